import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES, type OrderStatus } from '#db/enums';
import {
  derivePaymentStatus,
  dueMinor,
  MOVERS,
  type Mover,
  mergeLines,
  nextSteps,
  pathsTo,
  subtotalMinor,
  totalMinor,
} from './rules.ts';

/** The table of the data model, written out by hand: what each mover can reach, and by which steps. */
const STAFF: Partial<Record<OrderStatus, Partial<Record<OrderStatus, OrderStatus[]>>>> = {
  pending: {
    confirmed: ['confirmed'],
    processing: ['confirmed', 'processing'],
    ready: ['confirmed', 'ready'],
    completed: ['confirmed', 'ready', 'completed'],
    cancelled: ['cancelled'],
  },
  confirmed: {
    processing: ['processing'],
    ready: ['ready'],
    completed: ['ready', 'completed'],
    cancelled: ['cancelled'],
  },
  processing: { ready: ['ready'], completed: ['ready', 'completed'] },
  ready: { completed: ['completed'], processing: ['processing'] },
};
const TABLE: Record<Mover, typeof STAFF> = {
  customer: { pending: { cancelled: ['cancelled'] }, confirmed: { cancelled: ['cancelled'] } },
  staff: STAFF,
  admin: {
    ...STAFF,
    processing: { ...STAFF.processing, cancelled: ['cancelled'] },
    ready: { ...STAFF.ready, cancelled: ['cancelled'] },
    completed: { ready: ['ready'] },
  },
  system: {
    pending: { confirmed: ['confirmed'], cancelled: ['cancelled'] },
    confirmed: { cancelled: ['cancelled'] },
  },
};

const everyPair = MOVERS.flatMap((mover) =>
  ORDER_STATUSES.flatMap((from) => ORDER_STATUSES.map((to) => ({ mover, from, to }))),
);

describe('steps of an order', () => {
  it.each(everyPair)('$mover: $from to $to', ({ mover, from, to }) => {
    expect(pathsTo(to, mover)[from]).toEqual(TABLE[mover][from]?.[to]);
  });

  it('never leads a walk through an ending or a correction', () => {
    for (const { mover, to } of everyPair) {
      for (const walk of Object.values(pathsTo(to, mover))) {
        expect(walk.slice(0, -1)).not.toContain('cancelled');
        expect(new Set(walk).size).toBe(walk.length);
      }
    }
  });

  it('offers the nearest step first and cancelling last', () => {
    expect(nextSteps('pending', 'staff')).toEqual(['confirmed', 'processing', 'ready', 'completed', 'cancelled']);
    expect(nextSteps('ready', 'admin')).toEqual(['processing', 'completed', 'cancelled']);
    expect(nextSteps('cancelled', 'admin')).toEqual([]);
  });

  it('offers to take back a completion for a day', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(nextSteps('completed', 'admin', '2026-11-19T12:00:01Z', now)).toEqual(['ready']);
    expect(nextSteps('completed', 'admin', '2026-11-19T11:59:59Z', now)).toEqual([]);
    expect(nextSteps('completed', 'staff', now, now)).toEqual([]);
  });
});

describe('payment status', () => {
  it.each([
    [1000, { charged: 0, refunded: 0, claimed: 0 }, 'unpaid'],
    [1000, { charged: 0, refunded: 0, claimed: 500 }, 'submitted'],
    [1000, { charged: 400, refunded: 0, claimed: 600 }, 'partially_paid'],
    [1000, { charged: 1000, refunded: 0, claimed: 0 }, 'paid'],
    [1000, { charged: 1000, refunded: 1, claimed: 0 }, 'partially_refunded'],
    [1000, { charged: 1000, refunded: 1000, claimed: 0 }, 'refunded'],
    [0, { charged: 0, refunded: 0, claimed: 0 }, 'paid'],
  ] as const)('of %i with %o is %s', (total, money, status) => {
    expect(derivePaymentStatus(total, money)).toBe(status);
  });

  it('leaves nothing due once cancelled or refunded', () => {
    const order = { totalMinor: 1000, paidMinor: 400, status: 'pending', paymentStatus: 'partially_paid' } as const;
    expect(dueMinor(order)).toBe(600);
    expect(dueMinor({ ...order, status: 'cancelled' })).toBe(0);
    expect(dueMinor({ ...order, paidMinor: 0, paymentStatus: 'refunded' })).toBe(0);
  });
});

describe('sums', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 9999 }),
    unitPriceMinor: fc.integer({ min: 0, max: 10_000_000 }),
  });

  it('add up exactly, in any order of the lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 50 }), fc.integer({ min: 0, max: 99_999 }), (lines, fee) => {
        const subtotal = subtotalMinor(lines);
        expect(Number.isSafeInteger(subtotal)).toBe(true);
        expect(subtotalMinor([...lines].reverse())).toBe(subtotal);
        const total = totalMinor({ subtotalMinor: subtotal, deliveryMinor: fee, adjustmentMinor: -fee });
        expect(total).toBe(subtotal);
      }),
    );
  });

  it('stay the same when equal lines are merged', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), quantity: fc.nat(99) })), (lines) => {
        const merged = mergeLines(lines, ({ id }) => id);
        const count = (all: { quantity: number }[]) => all.reduce((sum, one) => sum + one.quantity, 0);
        expect(count(merged)).toBe(count(lines));
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
      }),
    );
  });
});
