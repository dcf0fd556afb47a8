import { contract, idParam, idParamAs } from '#lib/http/contract';
import { updateOrderInput } from '../change-input.ts';
import {
  changeStatusInput,
  listOrdersInput,
  orderFiltersInput,
  placeDeskOrderInput,
  recordPaymentInput,
  refundPaymentInput,
  settlePaymentInput,
} from '../input.ts';
import { orderOutput, orderRowOutput } from '../output.ts';
import { orderExample, orderRowExample, paymentExample, placeOrderExample } from './examples.ts';

const desk = { access: 'staff', tag: 'Order desk' } as const;
const onOrder = { params: { id: orderExample.id } };
const onPayment = { params: { id: paymentExample.id } };
const paid = { ...orderExample, payment_status: 'paid', paid: 9.6, due: 0, payments: [paymentExample], version: 2 };

const list = {
  ...desk,
  method: 'GET',
  query: listOrdersInput,
  output: orderRowOutput,
  isList: true,
  example: { query: { status: 'pending', from: '2026-05-01' }, data: [orderRowExample] },
} as const;

export const listOrdersApi = contract({
  ...list,
  id: 'listOrders',
  path: '/admin/orders',
  summary: 'List orders',
  description:
    'Newest first. `status` and `payment_status` take several words; `ordered` means every open status. `from` and `to` are days of the shop; `q` is part of a number, name or phone.',
});

export const listOrdersOlderApi = contract({
  ...list,
  id: 'listOrdersOlder',
  path: '/orders',
  summary: 'List orders (older address)',
  description: 'The same as `GET /admin/orders`, for integrations that know this address.',
});

export const placeDeskOrderApi = contract({
  ...desk,
  id: 'placeDeskOrder',
  method: 'POST',
  path: '/admin/orders',
  summary: 'Take an order at the desk',
  description: 'For a customer on file by `customer_id`, or a new one by name and phone.',
  body: placeDeskOrderInput,
  output: orderOutput,
  status: 201,
  isIdempotent: true,
  errors: [
    ...['STK_001', 'STK_002', 'SLOT_001', 'SLOT_002', 'SLOT_003', 'ZONE_001', 'ZONE_002'],
    ...['PAY_001', 'DB_002'],
  ] as const,
  example: { body: { ...placeOrderExample, is_paid: false }, data: { ...orderExample, channel: 'desk' } },
});

export const getOrderApi = contract({
  ...desk,
  id: 'getOrder',
  method: 'GET',
  path: '/admin/orders/{id}',
  summary: 'Get an order for the desk',
  description: 'One order with items, payments and its timeline. Its `ETag` serves as `If-Match` of a change.',
  params: idParam,
  output: orderOutput,
  errors: ['DB_002'],
  example: { ...onOrder, data: orderExample },
});

const change = {
  ...desk,
  params: idParamAs('order_id'),
  body: changeStatusInput,
  output: orderOutput,
  isVersioned: true,
  errors: ['DB_002', 'ORD_002', 'PAY_001', 'PAY_002'],
  example: { ...onOrder, body: { status: 'confirmed' }, data: { ...orderExample, status: 'confirmed', version: 2 } },
} as const;
const steps =
  'Forward jumps take the steps between; any pair the table of steps does not know is ORD_002. `ordered` and `delivered` are understood. `payment_status: paid` records a confirmed charge of what is due; other payment words are PAY_001.';

export const changeOrderStatusApi = contract({
  ...change,
  id: 'changeOrderStatus',
  method: 'PATCH',
  path: '/admin/orders/{id}/status',
  summary: 'Change the status of an order',
  description: steps,
});

const update = {
  ...change,
  body: updateOrderInput,
  errors: [
    ...['DB_002', 'ORD_002', 'ORD_003', 'PAY_001', 'PAY_002', 'STK_001', 'STK_002', 'CART_002'],
    ...['SLOT_001', 'SLOT_002', 'SLOT_003', 'ZONE_001', 'ZONE_002'],
  ],
  example: {
    ...onOrder,
    body: { status: 'confirmed', preferred_time: 'Saturday at noon', reason: 'The customer called.' },
    data: { ...orderExample, status: 'confirmed', preferred_time: 'Saturday at noon', version: 3 },
  },
} as const;
const contents =
  'What the order holds, its status, or both together or not at all; what is not named stays. `items` are all lines it shall have: `item_id` goes on with one, `variant_id` adds one. Pieces that were agreed keep their price, pieces on top cost what they cost today. The rules that hold for placing an order hold here, unless `override_reason` says why not; possible until the order is ready. `REQ_002` tells the `version` of now and, in `changes`, what became different since the one named: which fields, when and by whom.';

export const updateOrderApi = contract({
  ...update,
  id: 'updateOrder',
  method: 'PATCH',
  path: '/admin/orders/{id}',
  summary: 'Change an order',
  description: `${contents} ${steps}`,
});

export const replaceOrderApi = contract({
  ...update,
  id: 'replaceOrder',
  method: 'PUT',
  path: '/admin/orders/{id}',
  summary: 'Change an order, as PATCH does',
  description: `For clients that only know PUT. ${contents} ${steps}`,
});

export const recordPaymentApi = contract({
  ...desk,
  id: 'recordPayment',
  method: 'POST',
  path: '/admin/orders/{id}/payments',
  summary: 'Record a payment',
  description: 'A confirmed charge; without `amount` all that is due.',
  params: idParamAs('order_id'),
  body: recordPaymentInput,
  output: orderOutput,
  status: 201,
  isIdempotent: true,
  isVersioned: true,
  errors: ['DB_002', 'ORD_002', 'PAY_002'],
  example: { ...onOrder, body: { amount: 9.6, method: 'cash' }, data: paid },
});

export const refundPaymentApi = contract({
  ...desk,
  id: 'refundPayment',
  method: 'POST',
  path: '/admin/orders/{id}/refunds',
  summary: 'Record a refund',
  description: 'Money given back; never more than was paid. Without `amount` all of it.',
  params: idParamAs('order_id'),
  body: refundPaymentInput,
  output: orderOutput,
  status: 201,
  isIdempotent: true,
  isVersioned: true,
  errors: ['DB_002', 'PAY_003'],
  example: { ...onOrder, body: { amount: 9.6 }, data: { ...paid, payment_status: 'refunded', paid: 0 } },
});

export const confirmPaymentApi = contract({
  ...desk,
  id: 'confirmPayment',
  method: 'POST',
  path: '/admin/payments/{id}/confirm',
  summary: 'Confirm a payment',
  description: 'The money that the customer announced has arrived.',
  params: idParamAs('payment_id'),
  body: settlePaymentInput,
  output: orderOutput,
  errors: ['DB_002', 'PAY_001', 'PAY_002'],
  example: { ...onPayment, body: {}, data: paid },
});

export const rejectPaymentApi = contract({
  ...desk,
  id: 'rejectPayment',
  method: 'POST',
  path: '/admin/payments/{id}/reject',
  summary: 'Reject a payment',
  description: 'The money that the customer announced has not arrived.',
  params: idParamAs('payment_id'),
  body: settlePaymentInput,
  output: orderOutput,
  errors: ['DB_002', 'PAY_001'],
  example: { ...onPayment, body: { note: 'Nothing on the account.' }, data: orderExample },
});

export const exportOrdersApi = contract({
  ...desk,
  id: 'exportOrders',
  method: 'GET',
  path: '/admin/orders/export',
  summary: 'Export orders as CSV',
  description:
    'The orders that the filters meet, streamed as CSV in UTF-8 with a byte order mark. No cell is read as a formula.',
  query: orderFiltersInput,
  raw: 'text/csv',
  example: {
    query: { from: '2026-05-01', to: '2026-05-31' },
    data: '\uFEFForder_number,placed_at,status,…\r\nCRU-20260502-001,2026-05-01T09:12:00.000Z,confirmed,…\r\n',
  },
});
