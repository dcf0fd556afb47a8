import { contract } from '#lib/http/contract';
import { dayParam, daySheetQuery } from '../day-input.ts';
import { daySheetOutput } from '../day-output.ts';

const slot = { starts_at: '2026-06-06T07:00:00.000Z', ends_at: '2026-06-06T08:00:00.000Z' };
const location = { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2f10', name: 'Market hall' };
const names = { product_name: 'Rye loaf', variant_title: '800 g' };
const ids = {
  product_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03',
  variant_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c01',
};
const who = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2e01',
  order_number: 'BAR-20260531-001',
  version: 2,
  status: 'confirmed',
  customer_name: 'Ana Pop',
  customer_phone: '+40722123456',
  preferred_time: null,
  paid: 0,
  due: 9.6,
  currency: 'EUR',
} as const;

const order = {
  ...who,
  payment_status: 'unpaid',
  payment_method: 'cash',
  delivery_type: 'pickup',
  slot,
  location,
  zone: null,
  delivery_address: null,
  map_url: null,
  items: [
    {
      id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2e02',
      ...ids,
      ...names,
      category: { name: 'Bread', display_order: 1 },
      quantity: 2,
      on_date: '2026-06-06',
      note: 'Sliced',
      allergens: ['gluten'],
    },
  ],
  allergens: ['gluten'],
  special_instructions: null,
  gift: null,
  override_reason: null,
  total: 9.6,
  placed_at: '2026-05-31T08:00:00.000Z',
  completed_at: null,
};

export const getDaySheetApi = contract({
  id: 'getDaySheet',
  method: 'GET',
  path: '/admin/day/{date}',
  access: 'staff',
  tag: 'Order desk',
  summary: 'Get the sheet of a day',
  description:
    'What to make, pack, hand over and deliver on a day of the shop. An order belongs to the day on which its slot starts; without a slot to the day its pieces are planned for. `no_time` holds those for which nothing was agreed. `location_id` leaves one place; `none` leaves orders without one.',
  params: dayParam,
  query: daySheetQuery,
  output: daySheetOutput,
  example: {
    params: { date: '2026-06-06' },
    data: {
      date: '2026-06-06',
      today: '2026-06-05',
      read_at: '2026-06-05T16:00:00.000Z',
      locations: [{ ...location, orders: 1 }],
      make: [
        {
          ...ids,
          ...names,
          category: 'Bread',
          quantity: 2,
          to_do: 2,
          orders: 1,
          allergens: ['gluten'],
          notes: [{ order_number: who.order_number, quantity: 2, note: 'Sliced' }],
        },
      ],
      pack: [order],
      hand_over: [{ slot, location, due: 9.6, orders: [who] }],
      deliver: [],
      no_time: [],
      has_more_no_time: false,
    },
  },
});
