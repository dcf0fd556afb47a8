import { archiveCustomerApi, getCustomerApi, replaceCustomerApi, updateCustomerApi } from '#lib/customers/api';
import { archiveCustomer, updateCustomer } from '#lib/customers/commands';
import { getCustomer } from '#lib/customers/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getCustomerApi, (ctx, { id }) => getCustomer(ctx, { customer_id: id })),
  PUT: endpoint(replaceCustomerApi, updateCustomer),
  PATCH: endpoint(updateCustomerApi, updateCustomer),
  DELETE: endpoint(archiveCustomerApi, archiveCustomer),
});
