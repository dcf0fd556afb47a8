import { endpoint, methods } from '#lib/http/endpoint';
import { changeOrderStatusApi } from '#lib/orders/api/desk';
import { changeOrderStatus } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: endpoint(changeOrderStatusApi, changeOrderStatus),
});
