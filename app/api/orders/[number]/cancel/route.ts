import { endpoint, methods } from '#lib/http/endpoint';
import { cancelOwnOrderApi } from '#lib/orders/api/public';
import { cancelOwnOrder } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(cancelOwnOrderApi, (ctx, input, { orderKey }) => cancelOwnOrder(ctx, input, { key: orderKey })),
});
