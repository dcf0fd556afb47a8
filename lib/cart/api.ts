import { z } from 'zod';
import { contract, idParamAs } from '#lib/http/contract';
import { addToCartInput, changeCartItemInput } from './input.ts';
import { cartOutput } from './output.ts';

/** A cart as the API answers it. Somebody without a key has an empty one that is not kept anywhere. */
export const keyedCartOutput = cartOutput.extend({
  id: z.uuid().nullable(),
  expires_at: z.iso.datetime().nullable(),
  session: z
    .string()
    .nullable()
    .meta({ description: 'The key of the cart, only when it was just made: send it as `Barrow-Cart`.' }),
});

const shown = { access: 'visitor', tag: 'Cart' } as const;

const item = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2d01',
  product_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03',
  variant_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c01',
  product_name: 'Rye loaf',
  product_slug: 'rye-loaf',
  variant_title: '800 g',
  image: null,
  quantity: 2,
  note: '',
  on_date: null,
  unit_price: 4.8,
  total_price: 9.6,
  stock_mode: 'tracked',
  stock_left: 12,
  max_quantity: 12,
  problems: [],
};
export const cartExample = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2d02',
  items: [item],
  item_count: 2,
  subtotal: 9.6,
  currency: 'EUR',
  has_problems: false,
  earliest: {
    pickup: {
      slot_id: '6f1d2c1e-0b1f-5a53-9a55-3f5f7c8f2a10',
      starts_at: '2026-05-02T05:00:00.000Z',
      ends_at: '2026-05-02T05:30:00.000Z',
      order_by: '2026-05-01T16:00:00.000Z',
    },
    delivery: null,
  },
  held_back: null,
  version: 3,
  expires_at: '2026-05-02T08:00:00.000Z',
  session: null,
};
const data = cartExample;
const onItem = { params: { id: item.id } };

export const getCartApi = contract({
  ...shown,
  id: 'getCart',
  method: 'GET',
  path: '/cart',
  summary: 'Get the cart',
  description:
    'The cart behind the cookie or `Barrow-Cart`, at the prices and stock of now, with what is wrong per item and by when everything together can be had. Without a key it is empty.',
  output: keyedCartOutput,
  errors: ['CART_001'],
  example: { data },
});

export const getCartBySessionApi = contract({
  ...shown,
  id: 'getCartBySession',
  method: 'GET',
  path: '/cart/{session}',
  summary: 'Get a cart by its key',
  description: 'The same with the key in the address. A key that is wrong cannot be told from a cart that has expired.',
  params: z.object({ session: z.string().min(1).max(200) }),
  output: keyedCartOutput,
  errors: ['CART_001'],
  example: { params: { session: 'k3J0Zr9m4Qx2' }, data },
});

export const addToCartApi = contract({
  ...shown,
  id: 'addToCart',
  method: 'POST',
  path: '/cart',
  summary: 'Put something into the cart',
  description:
    'Without a live cart a new one begins: its key comes as `session`, in the header `Barrow-Cart` and as a cookie. The same variant with the same note is added up.',
  body: addToCartInput,
  output: keyedCartOutput,
  status: 201,
  errors: ['DB_002', 'STK_001', 'STK_002'],
  example: {
    body: { variant_id: item.variant_id, quantity: 2 },
    data: { ...data, session: 'k3J0Zr9m4Qx2b7Yt1uW5sE8dA6fGhJ0lZxCvBnM3pQo' },
  },
});

export const changeCartItemApi = contract({
  ...shown,
  id: 'changeCartItem',
  method: 'PATCH',
  path: '/cart/items/{id}',
  summary: 'Change an item of the cart',
  description: 'Sets quantity or note; quantity 0 takes it out.',
  params: idParamAs('item_id'),
  body: changeCartItemInput,
  output: keyedCartOutput,
  errors: ['CART_001', 'DB_002', 'STK_001', 'STK_002'],
  example: { ...onItem, body: { quantity: 2 }, data },
});

export const removeCartItemApi = contract({
  ...shown,
  id: 'removeCartItem',
  method: 'DELETE',
  path: '/cart/items/{id}',
  summary: 'Take an item out of the cart',
  description: 'An item that is gone already is no mistake.',
  params: idParamAs('item_id'),
  status: 204,
  errors: ['CART_001'],
  example: onItem,
});

export const clearCartApi = contract({
  ...shown,
  id: 'clearCart',
  method: 'DELETE',
  path: '/cart',
  summary: 'Empty the cart',
  description: 'Its key stays good.',
  status: 204,
  errors: ['CART_001'],
  example: {},
});
