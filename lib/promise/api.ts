import { z } from 'zod';
import { getProductInput } from '#lib/catalog/input';
import { contract } from '#lib/http/contract';
import { availabilityInput, listSlotsInput, quoteDeliveryInput } from './input.ts';
import { availabilityOutput, deliveryQuoteOutput, slotOutput } from './output.ts';

export const quoteDeliveryApi = contract({
  id: 'quoteDelivery',
  method: 'POST',
  path: '/delivery/quote',
  access: 'public',
  tag: 'Delivery',
  summary: 'Ask what delivery costs',
  description:
    'The zone of a postal code with its fee for this subtotal, its minimum, and what is missing for free delivery.',
  body: quoteDeliveryInput,
  output: deliveryQuoteOutput,
  errors: ['ZONE_001'],
  example: {
    body: { postal_code: '10115', subtotal: 24 },
    data: {
      zone: { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2f01', name: 'Town' },
      fee: 3.5,
      minimum: 15,
      missing_for_minimum: 0,
      free_from: 40,
      missing_for_free: 16,
      currency: 'EUR',
    },
  },
});

const slotExample = {
  id: '6f1d2c1e-0b1f-5a53-9a55-3f5f7c8f2a10',
  method: 'pickup',
  location: { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2f01', name: 'The bakery' },
  starts_at: '2026-11-21T09:00:00.000Z',
  ends_at: '2026-11-21T10:00:00.000Z',
  cutoff_at: '2026-11-20T17:00:00.000Z',
  state: 'few',
  reason: null,
  message: null,
  capacity_orders: 12,
  room: 2,
};

export const listSlotsApi = contract({
  id: 'listSlots',
  method: 'GET',
  path: '/slots',
  access: 'public',
  tag: 'Delivery',
  summary: 'List the times orders can be handed over',
  description:
    'Every slot of the days asked for, earliest first, with its state and, when it cannot be had, the reason. With `items` they are judged for these goods together: lead time, weekdays, what is made that day, load. For delivery name the `postal_code`. An order asks again when it is placed.',
  query: listSlotsInput,
  output: z.array(slotOutput),
  errors: ['ZONE_001', 'STK_002'],
  example: { query: { method: 'pickup', from: '2026-11-21', to: '2026-11-21' }, data: [slotExample] },
});

export const getAvailabilityApi = contract({
  id: 'getAvailability',
  method: 'GET',
  path: '/products/{id}/availability',
  access: 'public',
  tag: 'Delivery',
  summary: 'Ask by when a product can be had',
  description: 'The next free slots for so many pieces of one variant, by pickup or delivery to a postal code.',
  params: getProductInput,
  query: availabilityInput,
  output: availabilityOutput,
  errors: ['DB_002', 'ZONE_001'],
  example: {
    params: { id: 'rye-loaf' },
    query: { quantity: '2', method: 'pickup' },
    data: {
      product_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2f02',
      variant_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2f03',
      quantity: 2,
      method: 'pickup',
      has_slots: true,
      earliest: {
        slot_id: slotExample.id,
        starts_at: slotExample.starts_at,
        ends_at: slotExample.ends_at,
        order_by: slotExample.cutoff_at,
      },
      slots: [slotExample],
    },
  },
});
