import { restoreCustomerApi } from '#lib/customers/api';
import { restoreCustomer } from '#lib/customers/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restoreCustomerApi, restoreCustomer),
});
