import { getBookingCalendarApi } from '#lib/events/booking-payments-api';
import { getBookingCalendar } from '#lib/events/queries/booking-files';
import { privateFile } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getBookingCalendarApi, async (ctx, { booking_number }, { orderKey }) => {
    const file = await getBookingCalendar(ctx, { booking_number, key: orderKey });
    return privateFile(file, { type: 'text/calendar; charset=utf-8', name: `booking-${booking_number}.ics` });
  }),
});
