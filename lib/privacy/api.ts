import { contract, idParamAs } from '#lib/http/contract';
import { eraseAccountInput } from './input.ts';
import { erasedOutput, type PersonalData, personalDataOutput } from './output.ts';

const at = '2026-05-24T08:00:00.000Z';
const data: PersonalData = {
  format: 'barrow.personal-data',
  version: 1,
  exported_at: at,
  shop: 'Korn & Kruste',
  customer: {
    id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3001',
    name: 'Ana Pop',
    email: 'ana@example.com',
    phone: '+40722123456',
    phone_verified_at: null,
    notes: null,
    tags: ['regular'],
    flags: [],
    locale: 'en',
    marketing_opt_in_at: null,
    created_at: at,
    merged: false,
  },
  earlier_entries: [],
  login: null,
  addresses: [],
  sessions: [],
  phone_checks: [],
  cart: [],
  bookings: [],
  orders: [],
  testimonials: [],
  messages: [],
  talks: [],
  told_to_programs: [],
};
const erased = { erased: true, orders: 3 };

const mine = { access: 'account', tag: 'Account', method: 'POST' } as const;
const desk = { access: 'admin', tag: 'Customers', method: 'POST', params: idParamAs('customer_id') } as const;
const onCustomer = { params: { id: data.customer.id } };

export const exportOwnDataApi = contract({
  ...mine,
  id: 'exportOwnData',
  path: '/account/export',
  summary: 'Get everything kept about oneself',
  description: 'What the shop knows, was told and has said, without passwords and keys. Ten times an hour.',
  output: personalDataOutput,
  example: { data },
});

export const eraseOwnDataApi = contract({
  ...mine,
  id: 'eraseOwnData',
  path: '/account/erase',
  summary: 'Be forgotten',
  description:
    'With the present password, or for somebody known by the phone alone with a code that `/sms/verify` sent there for the purpose `sign_in`. Every session ends. Orders stay in the books without the person; `CONF_002` names those (`order_numbers`) that must be handed over or checked first.',
  body: eraseAccountInput,
  output: erasedOutput,
  errors: ['CONF_002', 'SMS_002', 'SMS_003', 'SMS_004'],
  example: { body: { current_password: 'three loaves of rye' }, data: erased },
});

export const exportCustomerApi = contract({
  ...desk,
  id: 'exportCustomer',
  path: '/admin/customers/{id}/export',
  summary: 'Get everything kept about a customer',
  description: 'To be handed to them: what the shop knows, was told and has said, without passwords and keys.',
  output: personalDataOutput,
  errors: ['DB_002'],
  example: { ...onCustomer, data },
});

export const eraseCustomerApi = contract({
  ...desk,
  id: 'eraseCustomer',
  path: '/admin/customers/{id}/erase',
  summary: 'Forget a customer',
  description:
    'Name, contact, addresses, messages and files go; orders stay in the books without the person. Again is no mistake. `CONF_002` names the orders that must be handed over or checked first.',
  output: erasedOutput,
  errors: ['DB_002', 'CONF_002'],
  example: { ...onCustomer, data: erased },
});
