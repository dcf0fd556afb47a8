import { contract, idParam, idParamAs } from '#lib/http/contract';
import { createCustomerInput, listCustomersInput, mergeCustomersInput, updateCustomerInput } from './input.ts';
import { customerOutput, customerRowOutput } from './output.ts';

const desk = { access: 'staff', tag: 'Customers' } as const;

const row = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3001',
  name: 'Ana Pop',
  phone: '+40722123456',
  email: 'ana@example.com',
  flags: [],
  tags: ['regular'],
  has_login: false,
  order_count: 3,
  total_spent: 41.2,
  last_order_at: '2026-05-24T08:00:00.000Z',
  created_at: '2026-02-01T08:00:00.000Z',
  updated_at: '2026-05-24T08:00:00.000Z',
  archived_at: null,
};
const data = {
  ...row,
  currency: 'EUR',
  phone_verified_at: null,
  notes: null,
  erased_at: null,
  addresses: [],
  orders: [],
};
const onCustomer = { params: { id: row.id } };
const body = { name: row.name, phone: row.phone, email: row.email, tags: row.tags };

export const listCustomersApi = contract({
  ...desk,
  id: 'listCustomers',
  method: 'GET',
  path: '/admin/customers',
  summary: 'List customers',
  description: 'By part of the name, phone or e-mail with `q`; `archived=true` lists the archived ones.',
  query: listCustomersInput,
  output: customerRowOutput,
  isList: true,
  example: { query: { q: 'ana' }, data: [row] },
});

export const createCustomerApi = contract({
  ...desk,
  id: 'createCustomer',
  method: 'POST',
  path: '/admin/customers',
  summary: 'Add a customer',
  description: 'Somebody the shop serves, with or without phone, e-mail and login.',
  body: createCustomerInput,
  output: customerOutput,
  status: 201,
  errors: ['CONF_001'],
  example: { body, data },
});

export const getCustomerApi = contract({
  ...desk,
  id: 'getCustomer',
  method: 'GET',
  path: '/admin/customers/{id}',
  summary: 'Get a customer',
  description: 'One customer with addresses and the newest twenty orders.',
  params: idParam,
  output: customerOutput,
  errors: ['DB_002'],
  example: { ...onCustomer, data },
});

const change = {
  ...desk,
  params: idParamAs('customer_id'),
  body: updateCustomerInput,
  output: customerOutput,
  errors: ['DB_002', 'CONF_001', 'CONF_002'],
} as const;

export const updateCustomerApi = contract({
  ...change,
  id: 'updateCustomer',
  method: 'PATCH',
  path: '/admin/customers/{id}',
  summary: 'Change a customer',
  description: 'Only what is given changes; null empties a field.',
  example: { ...onCustomer, body: { tags: ['regular'] }, data },
});

export const replaceCustomerApi = contract({
  ...change,
  id: 'replaceCustomer',
  method: 'PUT',
  path: '/admin/customers/{id}',
  summary: 'Change a customer, as PATCH does',
  description: 'For clients that only know PUT; what is not named stays.',
  example: { ...onCustomer, body, data },
});

export const archiveCustomerApi = contract({
  ...desk,
  id: 'archiveCustomer',
  method: 'DELETE',
  path: '/admin/customers/{id}',
  summary: 'Archive a customer',
  description: 'Out of the lists; the orders stay. It can be restored.',
  params: idParamAs('customer_id'),
  status: 204,
  errors: ['DB_002'],
  example: onCustomer,
});

export const restoreCustomerApi = contract({
  ...desk,
  id: 'restoreCustomer',
  method: 'POST',
  path: '/admin/customers/{id}/restore',
  summary: 'Restore a customer',
  description: 'Brings an archived customer back.',
  params: idParamAs('customer_id'),
  output: customerOutput,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onCustomer, data },
});

export const mergeCustomersApi = contract({
  ...desk,
  id: 'mergeCustomers',
  method: 'POST',
  path: '/admin/customers/{id}/merge',
  summary: 'Make two customers one',
  description:
    'The orders, addresses and login of `from_id` go to this customer, and `from_id` is archived. What both have stays as it is here; flags, tags and notes are those of both. Two customers who both sign in stay two.',
  params: idParamAs('customer_id'),
  body: mergeCustomersInput,
  output: customerOutput,
  errors: ['DB_002', 'CONF_002'],
  example: { ...onCustomer, body: { from_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3002' }, data },
});
