import { privateFile } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';
import { getOrderCalendarApi } from '#lib/orders/api/payments';
import { getOrderCalendar } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getOrderCalendarApi, async (ctx, { order_number }, { orderKey }) => {
    const file = await getOrderCalendar(ctx, { order_number, key: orderKey });
    return privateFile(file, { type: 'text/calendar; charset=utf-8', name: `order-${order_number}.ics` });
  }),
});
