import { endpoint, methods } from '#lib/http/endpoint';
import { confirmPaymentApi } from '#lib/orders/api/desk';
import { confirmPayment } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(confirmPaymentApi, confirmPayment),
});
