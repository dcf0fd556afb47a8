import { describe, expect, it } from 'vitest';
import { changeStatusInput, listOrdersInput, placeDeskOrderInput, placeOrderInput, trackOrderInput } from './input.ts';

const VARIANT = '0198c0de-0000-7000-8000-000000000001';
const order = {
  customer_name: 'Ana',
  customer_phone: '+40 722 123 456',
  delivery_type: 'pickup',
  items: [{ variant_id: VARIANT, quantity: 1 }],
};
const wrongFields = (schema: typeof placeOrderInput | typeof placeDeskOrderInput, input: unknown) => {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
};

describe('an order that comes in', () => {
  it('needs no more than a name, a phone, a way and something', () => {
    expect(placeOrderInput.parse(order)).toMatchObject({
      payment_method: null,
      preferred_time: null,
      gift: null,
      delivery_address: null,
      items: [{ variant_id: VARIANT, quantity: 1, note: '', on_date: null }],
    });
  });

  it.each([
    ['a blank name', { customer_name: '  ' }, 'customer_name'],
    ['a long name', { customer_name: 'x'.repeat(101) }, 'customer_name'],
    ['a short phone', { customer_phone: '12345' }, 'customer_phone'],
    ['letters for a phone', { customer_phone: 'call me maybe' }, 'customer_phone'],
    ['a broken address', { customer_email: 'ana@' }, 'customer_email'],
    ['delivery without address', { delivery_type: 'delivery' }, 'delivery_address'],
    ['a way that is none', { delivery_type: 'drone' }, 'delivery_type'],
    [
      'an address without street',
      { delivery_type: 'delivery', delivery_address: { city: 'Cluj' } },
      'delivery_address.street',
    ],
    ['none of something', { items: [{ variant_id: VARIANT, quantity: 0 }] }, 'items.0.quantity'],
    ['half of something', { items: [{ variant_id: VARIANT, quantity: 0.5 }] }, 'items.0.quantity'],
    ['text for a number', { items: [{ variant_id: VARIANT, quantity: '2' }] }, 'items.0.quantity'],
    ['nothing named', { items: [{ quantity: 1 }] }, 'items.0.variant_id'],
    ['an empty list', { items: [] }, 'items'],
    ['a long wish', { special_instructions: 'x'.repeat(501) }, 'special_instructions'],
    ['a long time', { preferred_time: 'x'.repeat(101) }, 'preferred_time'],
    ['a long card', { gift: { recipient_name: 'B', card_text: 'x'.repeat(301) } }, 'gift.card_text'],
    ['a price of its own', { items: [{ variant_id: VARIANT, quantity: 1, unit_price: 0.01 }] }, 'items.0'],
    ['a total of its own', { total: 1 }, ''],
  ])('refuses %s', (_, change, field) => {
    expect(wrongFields(placeOrderInput, { ...order, ...change })).toContain(field);
  });

  it('takes the cart when it names nothing', () => {
    const { items: _, ...rest } = order;
    expect(placeOrderInput.parse(rest).items).toBeUndefined();
  });

  it('needs name and phone at the desk only for somebody new', () => {
    const { customer_name: _, customer_phone: __, ...rest } = order;
    expect(wrongFields(placeDeskOrderInput, rest)).toEqual(['customer_name', 'customer_phone']);
    expect(wrongFields(placeDeskOrderInput, { ...rest, customer_id: VARIANT })).toEqual([]);
  });
});

describe('words of status', () => {
  it('reads the older ones', () => {
    expect(changeStatusInput.parse({ status: 'delivered' }).status).toBe('completed');
    expect(changeStatusInput.parse({ status: 'ordered' }).status).toBe('pending');
    expect(changeStatusInput.safeParse({}).success).toBe(false);
  });

  it('filters by one, by several, or by none', () => {
    expect(listOrdersInput.parse({ status: 'pending,ready' }).status).toEqual(['pending', 'ready']);
    expect(listOrdersInput.parse({ status: ['pending', 'ready'] }).status).toEqual(['pending', 'ready']);
    expect(listOrdersInput.parse({ status: '', page: '2' })).toMatchObject({ status: undefined, page: 2, limit: 20 });
    expect(listOrdersInput.safeParse({ limit: '101' }).success).toBe(false);
  });
});

it('tracks by number or id, never by one fact', () => {
  expect(trackOrderInput.safeParse({ phone: '+40722123456' }).success).toBe(false);
  expect(trackOrderInput.safeParse({ order_number: 'BQ-20261120-001' }).success).toBe(false);
  expect(trackOrderInput.safeParse({ order_id: 'BQ-20261120-001', phone: '+40722123456' }).success).toBe(true);
});
