import { endpoint, methods } from '#lib/http/endpoint';
import { rejectPaymentApi } from '#lib/orders/api/desk';
import { rejectPayment } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(rejectPaymentApi, rejectPayment),
});
