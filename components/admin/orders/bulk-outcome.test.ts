import { expect, it } from 'vitest';
import type { OrderStatus } from '#db/enums';
import { orderRowExample } from '#lib/orders/api/examples';
import type { OrderRowDto } from '#lib/orders/output';
import { stayedOf, undoOf, whyNot } from './bulk-outcome.ts';

const row = (id: string, status: OrderStatus): OrderRowDto => ({
  ...orderRowExample,
  id,
  order_number: `BAR-${id}`,
  status,
});
const orders = [row('a', 'processing'), row('b', 'confirmed'), row('c', 'ready')];
const moved = orders.map(({ id }) => ({ order_id: id, version: 2 }));

it('offers to undo what one step leads back to, to those who may', () => {
  const result = { moved, refused: [] };
  expect(undoOf(result, orders, { to: 'ready', role: 'staff' })).toEqual({
    to: 'processing',
    orders: [{ order_id: 'a', version: 2 }],
  });
  expect(undoOf(result, orders, { to: 'completed', role: 'staff' })).toBeNull();
  expect(undoOf(result, orders, { to: 'completed', role: 'admin' })?.orders).toEqual([{ order_id: 'c', version: 2 }]);
  expect(undoOf(result, orders, { to: 'confirmed', role: 'admin' })).toBeNull();
});

it('names every order that stays, and why', () => {
  expect(whyNot(row('d', 'cancelled'), 'ready').why).toBe('is cancelled and cannot become ready');
  expect(whyNot(row('d', 'ready'), 'ready').why).toBe('is ready already');
  const told = stayedOf([{ order_id: 'b', code: 'REQ_002' }], orders, 'ready');
  expect(told).toEqual([{ order_number: 'BAR-b', why: 'was changed by somebody else meanwhile; look at it first' }]);
});
