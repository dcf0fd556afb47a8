import { z } from 'zod';
import { contract } from '#lib/http/contract';
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
    'With `items`, or without them from the cart of the caller. Prices, fees and totals are those of the shop. The answer holds what to do to pay, and `access_url`, the signed link to the order; the key in it is what `Barrow-Order-Key` takes. With a staff credential and `customer_id` it is a desk order.',
  body: placeOrderInput,
  output: orderOutput,
  status: 201,
  isIdempotent: true,
  errors: [
    'STK_001',
    'STK_002',
    'CART_001',
    'CART_002',
    'ZONE_001',
    'ZONE_002',
    'PAY_001',
    'AUTH_003',
    'AUTH_004',
    'DB_002',
  ],
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

export const cancelOwnOrderApi = contract({
  ...shown,
  id: 'cancelOwnOrder',
  method: 'POST',
  path: '/orders/{number}/cancel',
  access: 'customer',
  summary: 'Cancel an order',
  description: 'By its customer, as long as the shop has not begun with it. What it held goes back on sale.',
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
