import { describe, expect, it } from 'vitest';
import { dueAfterRejection, isPaidAhead, optionOf, paymentDueAt, remindAt } from './deadline.ts';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const now = at('21T10:00');

describe('until when an order must be paid', () => {
  it.each([
    ['within its hours', 24, null, '22T10:00'],
    ['within its hours, long before the slot', 24, '25T08:00', '22T10:00'],
    ['by the beginning of a slot that comes sooner', 48, '22T08:00', '22T08:00'],
  ])('%s', (_, due_hours, slot, expected) => {
    expect(paymentDueAt({ due_hours }, now, slot === null ? null : at(slot))).toEqual(at(expected));
  });

  it('is nothing where it is paid at hand-over, or where the slot has begun', () => {
    expect(paymentDueAt({ due_hours: null }, now, at('25T08:00'))).toBeNull();
    expect(paymentDueAt({ due_hours: 24 }, now, now)).toBeNull();
    expect(paymentDueAt({ due_hours: 24 }, now, at('21T09:00'))).toBeNull();
  });
});

describe('when to remind', () => {
  it.each([
    ['so many hours before', 24, '23T10:00', '22T10:00'],
    ['not in the first half of the time', 24, '22T10:00', '21T22:00'],
    ['not in the first half, however short it is', 24, '21T12:00', '21T11:00'],
    ['an hour before', 1, '22T10:00', '22T09:00'],
  ])('%s', (_, remind_hours, due, expected) => {
    expect(remindAt({ remind_hours }, now, at(due))).toEqual(at(expected));
  });

  it('never, when the shop does not want it', () => {
    expect(remindAt({ remind_hours: null }, now, at('23T10:00'))).toBeNull();
  });
});

describe('the deadline after a rejected claim', () => {
  it.each([
    ['a day more when it has passed', 72, '20T10:00', null, '22T10:00'],
    ['as much as there was from the start, when that was less', 6, '20T10:00', null, '21T16:00'],
    ['the old one when it is later', 72, '24T10:00', null, '24T10:00'],
    ['never after the slot begins', 72, '21T09:00', '21T20:00', '21T20:00'],
  ])('%s', (_, due_hours, due, slot, expected) => {
    const order = { dueAt: at(due), slotStartsAt: slot === null ? null : at(slot) };
    expect(dueAfterRejection({ due_hours }, now, order)).toEqual(at(expected));
  });
});

describe('the way to pay of an order', () => {
  const options = [
    { method: 'cash' as const, delivery_types: ['pickup' as const], title: 'cash' },
    { method: 'bank_transfer' as const, delivery_types: ['pickup' as const], title: 'collected' },
    { method: 'bank_transfer' as const, delivery_types: ['delivery' as const], title: 'delivered' },
  ];
  it.each([
    ['bank_transfer', 'delivery', 'delivered'],
    ['bank_transfer', 'pickup', 'collected'],
    ['cash', 'delivery', 'cash'],
    ['other', 'pickup', undefined],
  ] as const)('%s with %s is %s', (paymentMethod, deliveryType, title) => {
    expect(optionOf(options, { paymentMethod, deliveryType })?.title).toBe(title);
  });

  it('is paid ahead unless it changes hands at the counter', () => {
    expect((['cash', 'card_terminal', 'bank_transfer', 'other'] as const).map(isPaidAhead)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});
