import { endpoint, methods } from '#lib/http/endpoint';
import { getOrderApi, replaceOrderApi, updateOrderApi } from '#lib/orders/api/desk';
import { updateOrder } from '#lib/orders/commands';
import { getOrder } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getOrderApi, getOrder),
  PUT: endpoint(replaceOrderApi, updateOrder),
  PATCH: endpoint(updateOrderApi, updateOrder),
});
