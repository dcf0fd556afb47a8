import { contract } from '#lib/http/contract';
import { arrivalsOutput, listArrivalsInput } from '../arrivals.ts';
import { searchDeskInput } from '../search-input.ts';
import { deskSearchOutput } from '../search-output.ts';
import { orderExample } from './examples.ts';

export const searchDeskApi = contract({
  access: 'staff',
  tag: 'Order desk',
  id: 'searchDesk',
  method: 'GET',
  path: '/admin/search',
  summary: 'Search orders, customers and products',
  description:
    'The best five of each. Orders by number or its last digits, name, phone in any spelling, or e-mail address; customers by the same; products by name or SKU. Case and accents do not matter, and slips of the pen are forgiven where little else is found. Fewer than two letters find nothing.',
  query: searchDeskInput,
  output: deskSearchOutput,
  example: {
    query: { q: 'ana' },
    data: {
      orders: [
        {
          id: orderExample.id,
          order_number: orderExample.order_number,
          status: 'pending',
          customer_name: orderExample.customer_name,
          customer_phone: orderExample.customer_phone,
          slot_starts_at: null,
          placed_at: orderExample.placed_at,
          total: orderExample.total,
          currency: orderExample.currency,
        },
      ],
      customers: [
        {
          id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e3001',
          name: orderExample.customer_name,
          phone: orderExample.customer_phone,
          email: null,
          flags: [],
        },
      ],
      products: [{ id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03', name: 'Banana bread', sku: 'BAN-500', is_active: true }],
    },
  },
});

export const listArrivalsApi = contract({
  access: 'staff',
  tag: 'Order desk',
  id: 'listArrivals',
  method: 'GET',
  path: '/admin/orders/arrivals',
  summary: 'List what has come in',
  description:
    'What was ordered, booked or said in the shop or through the API since the answer whose `cursor` is sent; cheap enough to be asked every few seconds. The first call, without a cursor, only tells where to begin.',
  query: listArrivalsInput,
  output: arrivalsOutput,
  example: {
    query: { cursor: '4711' },
    data: {
      cursor: '4720',
      orders: [
        {
          id: orderExample.id,
          order_number: orderExample.order_number,
          channel: 'web',
          customer_name: orderExample.customer_name,
          total: orderExample.total,
          currency: orderExample.currency,
          placed_at: orderExample.placed_at,
        },
      ],
      bookings: [],
      talks: [],
    },
  },
});
