import { endpoint, methods } from '#lib/http/endpoint';
import { listPaymentsApi } from '#lib/orders/api/payments';
import { listPayments } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listPaymentsApi, listPayments),
});
