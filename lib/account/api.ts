import { z } from 'zod';
import { tokensOutput } from '#lib/auth/output';
import { cartExample, keyedCartOutput } from '#lib/cart/api';
import { addressOutput } from '#lib/customers/output';
import { contract, idParamAs } from '#lib/http/contract';
import {
  confirmEmailInput,
  confirmRegistrationInput,
  forgotPasswordInput,
  listOwnOrdersInput,
  ownAddressInput,
  registerInput,
  resetPasswordInput,
  signInByCodeInput,
  updateAccountInput,
} from './input.ts';
import { accountOutput, ownOrderOutput, registeredOutput, reordered } from './output.ts';

const open = { method: 'POST', access: 'public', tag: 'Sign-in', isAnonymous: true } as const;
const registration = 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..c2VhbGVk';
const tokens = {
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzaWQiOiIwMTk4In0.c2lnbmF0dXJl',
  token_type: 'Bearer',
  expires_in: 7200,
  refresh_token: 'k3J0Zr9m4Qx2b7Yt1uW5sE8dA6fGhJ0lZxCvBnM3pQo',
  user: { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3001', name: 'Ana Pop', role: 'customer' },
};

export const registerApi = contract({
  ...open,
  id: 'register',
  path: '/auth/register',
  summary: 'Ask for an account',
  description:
    'By e-mail a letter with a link goes out, by phone a code. The answer never says whether there is an account already: only the letter does, or whoever holds the phone. Nothing is stored until it is confirmed. `AUTH_003` where the shop takes orders from guests only.',
  body: registerInput,
  output: registeredOutput,
  status: 202,
  errors: ['AUTH_003', 'SMS_001', 'SMS_004'],
  example: {
    body: { name: 'Ana Pop', email: 'ana@example.com', password: 'three loaves of rye' },
    data: { sent: 'email', registration: null, expires_in: 86_400 },
  },
});

export const confirmRegistrationApi = contract({
  ...open,
  id: 'confirmRegistration',
  path: '/auth/register/confirm',
  summary: 'Confirm an account',
  description:
    'With the `token` of the link and the password that was chosen, or with the code that was sent to the phone. Answers as signing in does. `AUTH_002`: the link is over; a phone that has an account already is signed in to it.',
  body: confirmRegistrationInput,
  output: tokensOutput,
  errors: ['AUTH_001', 'AUTH_002', 'AUTH_003', 'SMS_002', 'SMS_003', 'SMS_004'],
  example: { body: { registration, password: 'three loaves of rye' }, data: tokens },
});

const sent = z.object({ sent: z.literal(true) });
const done = z.object({ changed: z.literal(true) });

export const forgotPasswordApi = contract({
  ...open,
  id: 'forgotPassword',
  path: '/auth/password/forgot',
  summary: 'Ask for a new password',
  description:
    'Sends a letter with a link that works once, for 30 minutes, to customers and staff. The answer is the same for an address that nobody signs in with; the letter then says so.',
  body: forgotPasswordInput,
  output: sent,
  status: 202,
  errors: ['SMS_001'],
  example: { body: { email: 'ana@example.com' }, data: { sent: true } },
});

export const resetPasswordApi = contract({
  ...open,
  id: 'resetPassword',
  path: '/auth/password/reset',
  summary: 'Choose a new password',
  description: 'With the `token` of the link. Every session of this login ends. `AUTH_002`: the link is used or over.',
  body: resetPasswordInput,
  output: done,
  errors: ['AUTH_002'],
  example: { body: { token: registration, password: 'four loaves of rye' }, data: { changed: true } },
});

const mine = { access: 'account', tag: 'Account' } as const;
const address = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3301',
  label: 'Home',
  recipient_name: null,
  street: 'Lindenweg 4',
  city: 'Berlin',
  postal_code: '10115',
  country: 'DE',
  notes: null,
  is_default: true,
};
const account = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3001',
  name: 'Ana Pop',
  email: 'ana@example.com',
  phone: '+40722123456',
  phone_verified_at: '2026-05-24T08:00:00.000Z',
  marketing: false,
  has_password: true,
  addresses: [address],
};
const order = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3401',
  order_number: 'BAR-20260524-001',
  status: 'completed',
  payment_status: 'paid',
  payment_method: 'cash',
  channel: 'web',
  delivery_type: 'pickup',
  slot: null,
  preferred_time: null,
  customer_id: account.id,
  customer_name: 'Ana Pop',
  customer_phone: '+40722123456',
  item_count: 2,
  total: 9.6,
  total_amount: 9.6,
  paid: 9.6,
  due: 0,
  currency: 'EUR',
  placed_at: '2026-05-24T08:00:00.000Z',
  version: 5,
  items: [
    {
      variant_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c01',
      product_name: 'Rye loaf',
      variant_title: '800 g',
      quantity: 2,
    },
  ],
};

export const getAccountApi = contract({
  ...mine,
  id: 'getAccount',
  method: 'GET',
  path: '/account',
  summary: 'Get the account',
  description: 'Who is signed in, with their addresses.',
  output: accountOutput,
  example: { data: account },
});

export const updateAccountApi = contract({
  ...mine,
  id: 'updateAccount',
  method: 'PATCH',
  path: '/account',
  summary: 'Change the account',
  description:
    'Only what is given changes. `email` and `new_password` ask for `current_password`: a new address is used once the link sent to it was opened, a new password ends all other sessions. `AUTH_003`: there is no login yet.',
  body: updateAccountInput,
  output: accountOutput,
  errors: ['SMS_001'],
  example: {
    body: { name: 'Ana Popescu', marketing: true },
    data: { ...account, name: 'Ana Popescu', marketing: true },
  },
});

export const confirmEmailApi = contract({
  ...open,
  tag: 'Account',
  id: 'confirmEmail',
  path: '/account/email',
  summary: 'Confirm a new e-mail address',
  description: 'With the `token` of the link that was sent to it. Guest orders with this address come along.',
  body: confirmEmailInput,
  output: z.object({ email: z.string() }),
  errors: ['AUTH_002', 'CONF_001'],
  example: { body: { token: registration }, data: { email: 'ana@example.com' } },
});

export const confirmOwnPhoneApi = contract({
  ...mine,
  id: 'confirmOwnPhone',
  method: 'POST',
  path: '/account/phone',
  summary: 'Confirm a phone of the account',
  description:
    'With the code that `/sms/verify` sent to it for the purpose `sign_in`. Guest orders with this phone come along. `CONF_001`: another account has confirmed it.',
  body: signInByCodeInput,
  output: accountOutput,
  errors: ['SMS_002', 'SMS_003', 'SMS_004', 'CONF_001'],
  example: { body: { phone: '+40722123456', code: '482913' }, data: account },
});

export const listOwnOrdersApi = contract({
  ...mine,
  id: 'listOwnOrders',
  method: 'GET',
  path: '/account/orders',
  summary: 'List own orders',
  description: 'Newest first. `GET /orders/{number}` opens each of them.',
  query: listOwnOrdersInput,
  output: ownOrderOutput,
  isList: true,
  example: { query: { limit: '10' }, data: [order] },
});

export const reorderApi = contract({
  ...mine,
  id: 'reorder',
  method: 'POST',
  path: '/account/orders/{number}/reorder',
  summary: 'Order the same again',
  description:
    "Puts what an order of one's own held into the cart, as much of each as can be had now, and tells per item what became of it. The cart is the one behind `Barrow-Cart`, the cookie or the account; where there is none a new one begins, and its key comes as `session`. `cart` is null where nothing of it can be had and there was no cart.",
  params: z.object({ number: z.string().trim().min(1).max(40) }),
  output: z.object({ items: z.array(reordered), cart: keyedCartOutput.nullable() }),
  errors: ['DB_002'],
  example: {
    params: { number: order.order_number },
    data: {
      items: [
        { name: 'Rye loaf, 800 g', wanted: 2, added: 2, problem: null },
        { name: 'Easter plait', wanted: 1, added: 0, problem: 'gone' },
      ],
      cart: cartExample,
    },
  },
});

export const listOwnAddressesApi = contract({
  ...mine,
  id: 'listOwnAddresses',
  method: 'GET',
  path: '/account/addresses',
  summary: 'List own addresses',
  description: 'The default one first.',
  output: addressOutput,
  isList: true,
  example: { data: [address] },
});

const { id: addressId, ...fields } = address;

export const addOwnAddressApi = contract({
  ...mine,
  id: 'addOwnAddress',
  method: 'POST',
  path: '/account/addresses',
  summary: 'Add an address',
  description: 'The first is the default; another default takes its place. Twenty at most.',
  body: ownAddressInput,
  output: addressOutput,
  status: 201,
  example: { body: fields, data: address },
});

const onAddress = { params: { id: addressId } };

export const updateOwnAddressApi = contract({
  ...mine,
  id: 'updateOwnAddress',
  method: 'PUT',
  path: '/account/addresses/{id}',
  summary: 'Replace an address',
  description: 'What is not given is emptied.',
  params: idParamAs('address_id'),
  body: ownAddressInput,
  output: addressOutput,
  errors: ['DB_002'],
  example: { ...onAddress, body: fields, data: address },
});

export const removeOwnAddressApi = contract({
  ...mine,
  id: 'removeOwnAddress',
  method: 'DELETE',
  path: '/account/addresses/{id}',
  summary: 'Remove an address',
  description: 'Orders keep their copy.',
  params: idParamAs('address_id'),
  status: 204,
  errors: ['DB_002'],
  example: onAddress,
});
