import { createCustomerApi, listCustomersApi } from '#lib/customers/api';
import { createCustomer } from '#lib/customers/commands';
import { listCustomers } from '#lib/customers/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listCustomersApi, listCustomers),
  POST: endpoint(createCustomerApi, createCustomer),
});
