import { endpoint, methods } from '#lib/http/endpoint';
import { listDeliveriesApi } from '#lib/webhooks/api';
import { listDeliveries } from '#lib/webhooks/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeliveriesApi, listDeliveries),
});
