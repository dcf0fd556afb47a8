import { describe, expect, it } from 'vitest';
import type { ActionFailure } from '#lib/http/action';
import { withMissing } from './checkout-missing.ts';
import type { CheckoutReview } from './output.ts';

const free = {
  id: 'a',
  starts_at: '2026-11-23T06:00:00Z',
  ends_at: '2026-11-23T07:00:00Z',
  location_id: 'here',
  state: 'open' as const,
  room: null,
  order_by: '2026-11-22T17:00:00Z',
};
const offer = (times: (typeof free)[]) => ({
  has_slots: true,
  shut: null,
  days: [{ day: '2026-11-23', free: times, refused: [], off: [], short: [] }],
});
const review = (more: Partial<CheckoutReview> = {}): CheckoutReview => ({
  cart: null,
  delivery: null,
  delivery_problem: null,
  total: null,
  slots: { pickup: offer([free]), delivery: offer([]) },
  ...more,
});
const wrong: ActionFailure = {
  ok: false,
  code: 'VALIDATION_ERROR',
  message: '',
  fields: { customer_name: ['Enter your name.'] },
  details: {},
};
const fieldsOf = (...args: Parameters<typeof withMissing>) => {
  const result = withMissing(...args);
  return result && !result.ok ? Object.keys(result.fields).sort() : null;
};

describe('what else the order would be refused for', () => {
  it.each([
    ['a time that is not chosen', {}, review(), ['customer_name', 'pickup_slot_id']],
    ['nothing about a time that is chosen', { pickup_slot_id: 'a' }, review(), ['customer_name']],
    ['nothing about times where none is free', { delivery_type: 'delivery' }, review(), ['customer_name']],
    [
      'nothing about times where there are none',
      {},
      review({ slots: { pickup: null, delivery: null } }),
      ['customer_name'],
    ],
    [
      'a postal code outside every zone',
      { delivery_type: 'delivery' },
      review({ delivery_problem: 'ZONE_001' }),
      ['customer_name', 'delivery_address.postal_code'],
    ],
  ])('is %s', (_, values, seen, fields) => {
    expect(fieldsOf(wrong, values, seen)).toEqual(fields);
  });

  it('keeps what is said of a field already', () => {
    const said = { ...wrong, fields: { pickup_slot_id: ['This time is over.'] } };
    expect(withMissing(said, {}, review())).toEqual(said);
  });

  it('is told only beside wrong fields, and not while a code is asked for', () => {
    expect(withMissing(null, {}, review())).toBeNull();
    const full = { ...wrong, code: 'SLOT_001' as const };
    expect(withMissing(full, {}, review())).toBe(full);
    const code = { ...wrong, fields: { phone_code: ['Enter the 6 digits of the code.'] } };
    expect(withMissing(code, {}, review())).toBe(code);
  });
});
