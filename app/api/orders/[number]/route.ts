import { endpoint, methods } from '#lib/http/endpoint';
import { getOwnOrderApi } from '#lib/orders/api/public';
import { getOrderByLink } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getOwnOrderApi, (ctx, { order_number }, { orderKey }) =>
    getOrderByLink(ctx, { order_number, key: orderKey }),
  ),
});
