import { endpoint, methods } from '#lib/http/endpoint';
import { exportCustomerApi } from '#lib/privacy/api';
import { exportCustomer } from '#lib/privacy/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(exportCustomerApi, exportCustomer),
});
