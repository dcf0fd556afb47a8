import { endpoint, methods } from '#lib/http/endpoint';
import { eraseCustomerApi } from '#lib/privacy/api';
import { eraseCustomer } from '#lib/privacy/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(eraseCustomerApi, eraseCustomer),
});
