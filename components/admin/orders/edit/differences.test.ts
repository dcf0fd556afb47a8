import { expect, it } from 'vitest';
import type { OrderSide } from '#lib/orders/change-output';
import { differences } from './differences.ts';

const line = (name: string, quantity: number) => ({
  id: name,
  variant_id: name,
  product_name: name,
  variant_title: '',
  note: '',
  on_date: null,
  quantity,
  unit_price: 4,
  total_price: 4 * quantity,
  max_quantity: null,
});
const side = (more: Partial<OrderSide>): OrderSide => ({
  items: [line('Rye', 2), line('Plait', 1)],
  delivery_type: 'pickup',
  slot: { id: 's', starts_at: '2026-11-21T09:00:00.000Z', ends_at: '2026-11-21T09:30:00.000Z' },
  delivery_address: null,
  preferred_time: null,
  special_instructions: null,
  subtotal: 12,
  delivery_fee: 0,
  total: 12,
  ...more,
});
const state = (more: Partial<OrderSide> = {}, status: 'pending' | 'confirmed' = 'pending') => ({
  status,
  currency: 'EUR',
  before: side(more),
});
const words = { locale: 'en', timeZone: 'Europe/Berlin' };

it('names what is different, goods first, and nothing else', () => {
  expect(differences(state(), state(), words)).toEqual([]);
  const now = state({ items: [line('Rye', 3)], total: 12, special_instructions: 'Sliced' }, 'confirmed');
  expect(differences(state(), now, words)).toEqual([
    { what: 'Rye', was: '2', is: '3' },
    { what: 'Plait', was: '1', is: '0' },
    { what: 'Status', was: 'Pending', is: 'Confirmed' },
    { what: 'Instructions', was: 'none', is: 'Sliced' },
  ]);
});

it('says times on the clock of the shop', () => {
  const later = { id: 't', starts_at: '2026-11-21T10:00:00.000Z', ends_at: '2026-11-21T10:30:00.000Z' };
  const [time] = differences(state(), state({ slot: later }), words);
  expect(time).toMatchObject({
    what: 'Time',
    was: expect.stringContaining('10:00'),
    is: expect.stringContaining('11:00'),
  });
});
