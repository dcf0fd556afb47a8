import { mergeCustomersApi } from '#lib/customers/api';
import { mergeCustomers } from '#lib/customers/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: endpoint(mergeCustomersApi, mergeCustomers) });
