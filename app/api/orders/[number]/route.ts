import { endpoint, methods } from '#lib/http/endpoint';
import { changeOwnOrderApi, getOwnOrderApi } from '#lib/orders/api/public';
import { changeOwnOrder } from '#lib/orders/commands';
import { getOrderByLink } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getOwnOrderApi, (ctx, { order_number }, { orderKey }) =>
    getOrderByLink(ctx, { order_number, key: orderKey }),
  ),
  PATCH: endpoint(changeOwnOrderApi, (ctx, input, { orderKey }) => changeOwnOrder(ctx, input, { key: orderKey })),
});
