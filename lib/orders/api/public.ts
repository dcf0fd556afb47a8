import { z } from 'zod';
import { contract } from '#lib/http/contract';
import { changeOwnOrderInput } from '../change-input.ts';
import { cancelOwnOrderInput, placeOrderInput, trackOrderInput } from '../input.ts';
import { orderOutput, trackedOrderOutput } from '../output.ts';
import { claimWithProofInput } from '../payment-input.ts';
import { orderExample, placeOrderExample, trackedOrderExample } from './examples.ts';

const shown = { tag: 'Orders' } as const;

/** `{number}` in the path, as the commands know it. */
const numberParam = z
  .object({ number: z.string().min(1).max(40) })
  .transform(({ number }) => ({ order_number: number }));
const onOrder = { params: { number: orderExample.order_number } };

export const placeOrderApi = contract({
  ...shown,
  id: 'placeOrder',
  method: 'POST',
  path: '/orders',
  access: 'public',
  summary: 'Place an order',
  description:
    'With `items`, or without them from the cart of the caller. Prices, fees and totals are those of the shop. The answer holds what to do to pay, and `access_url`, the signed link to the order; the key in it is what `Barrow-Order-Key` takes. With a staff credential and `customer_id` it is a desk order. Where the shop takes orders with an account only, anybody else gets `AUTH_002` with `why: account_required`; a blocked customer gets `AUTH_003`, and one who pays ahead `PAY_001` with the ways that are `offered`.',
  body: placeOrderInput,
  output: orderOutput,
  status: 201,
  isIdempotent: true,
  errors: [
    ...['STK_001', 'STK_002', 'SLOT_001', 'SLOT_002', 'SLOT_003', 'ZONE_001', 'ZONE_002'],
    ...['CART_001', 'CART_002', 'PAY_001', 'AUTH_003', 'AUTH_004', 'DB_002'],
  ] as const,
  example: { body: placeOrderExample, data: orderExample },
});

const track = {
  ...shown,
  access: 'public',
  summary: 'Track an order',
  description:
    'Number and phone together open the state of an order, never its address. A wrong number and a wrong phone cannot be told apart. Ten tries in 15 minutes per address and per number.',
  output: trackedOrderOutput,
  errors: ['ORD_001'],
} as const;
const facts = { order_number: orderExample.order_number, phone: orderExample.customer_phone };

export const trackOrderApi = contract({
  ...track,
  id: 'trackOrder',
  method: 'POST',
  path: '/orders/track',
  body: trackOrderInput,
  example: { body: facts, data: trackedOrderExample },
});

export const trackOrderByQueryApi = contract({
  ...track,
  id: 'trackOrderByQuery',
  method: 'GET',
  path: '/orders/track',
  query: trackOrderInput,
  example: { query: facts, data: trackedOrderExample },
});

export const getOwnOrderApi = contract({
  ...shown,
  id: 'getOwnOrder',
  method: 'GET',
  path: '/orders/{number}',
  access: 'customer',
  summary: 'Get an order by its signed link',
  description: 'The whole order for whoever holds the key of its signed link, in `Barrow-Order-Key`.',
  params: numberParam,
  output: orderOutput,
  errors: ['DB_002'],
  example: { ...onOrder, data: orderExample },
});

export const changeOwnOrderApi = contract({
  ...shown,
  id: 'changeOwnOrder',
  method: 'PATCH',
  path: '/orders/{number}',
  access: 'customer',
  summary: 'Change an order',
  description:
    'By its customer, until the cut-off of its slot (`change_until`) while the shop has not begun with it; without a slot until the shop has confirmed. What is not named stays. `items` are all lines the order shall have: `item_id` goes on with one, `variant_id` adds one, what is missing is taken out. Pieces that were agreed keep their price, pieces on top cost what they cost today. The rules that hold for placing an order hold here.',
  params: numberParam,
  body: changeOwnOrderInput,
  output: orderOutput,
  isVersioned: true,
  errors: [
    ...['DB_002', 'ORD_003', 'PAY_001', 'STK_001', 'STK_002', 'CART_002', 'AUTH_004'],
    ...['SLOT_001', 'SLOT_002', 'SLOT_003', 'ZONE_001', 'ZONE_002'],
  ] as const,
  example: {
    ...onOrder,
    body: { items: [{ item_id: orderExample.items[0]?.id, quantity: 3 }], preferred_time: 'Saturday at noon' },
    data: { ...orderExample, preferred_time: 'Saturday at noon', subtotal: 14.4, total: 14.4, version: 2 },
  },
});

export const cancelOwnOrderApi = contract({
  ...shown,
  id: 'cancelOwnOrder',
  method: 'POST',
  path: '/orders/{number}/cancel',
  access: 'customer',
  summary: 'Cancel an order',
  description:
    'By its customer, as long as it may be changed: until the cut-off of its slot, and without one until the shop has confirmed. What it held goes back on sale.',
  params: numberParam,
  body: cancelOwnOrderInput,
  output: orderOutput,
  errors: ['DB_002', 'ORD_002'],
  example: {
    ...onOrder,
    body: { cancel_reason: 'We are away that day.' },
    data: { ...orderExample, status: 'cancelled' },
  },
});

export const claimPaymentApi = contract({
  ...shown,
  id: 'claimPayment',
  method: 'POST',
  path: '/orders/{number}/payments',
  access: 'customer',
  summary: 'Say that an order is paid',
  description:
    'The customer has sent the money; the shop confirms or rejects it. Without `amount` it is all that is due. As a multipart form it may carry a `proof`: a JPEG, PNG or WebP of at most 8 MB, or a PDF of at most 10 MB, which only staff can open. One claim is open at a time: sent again, it adds the proof or the reference that was missing, and anything that contradicts it is PAY_001.',
  params: numberParam,
  body: claimWithProofInput,
  accepts: 'json-or-multipart',
  numbers: ['amount'],
  output: orderOutput,
  status: 201,
  isIdempotent: true,
  errors: ['DB_002', 'ORD_002', 'PAY_001', 'PAY_002', 'FILE_001', 'FILE_002'],
  example: {
    ...onOrder,
    body: { reference: 'Transfer of 31 May' },
    data: { ...orderExample, payment_status: 'submitted' },
  },
});
