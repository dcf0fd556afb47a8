import { endpoint, methods } from '#lib/http/endpoint';
import { quoteDeliveryApi } from '#lib/promise/api';
import { quoteDelivery } from '#lib/promise/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(quoteDeliveryApi, quoteDelivery),
});
