import type { DeliveryType, PaymentMethod } from '#db/enums';
import type { PaymentOption } from '#lib/settings/input';

const HOUR = 60 * 60 * 1000;
/** Time to answer once the shop has said that a payment did not arrive. */
const SECOND_CHANCE_HOURS = 24;

/** Paid ahead, so that there is something to claim. Cash and cards change hands at the counter. */
export const PAID_AHEAD = ['bank_transfer', 'other'] as const satisfies readonly PaymentMethod[];
export const isPaidAhead = (method: PaymentMethod): boolean => PAID_AHEAD.some((ahead) => ahead === method);

/** The way to pay that an order took, as the shop offers it now; null when it no longer does. */
export function optionOf<O extends Pick<PaymentOption, 'method' | 'delivery_types'>>(
  options: readonly O[],
  order: { paymentMethod: PaymentMethod; deliveryType: DeliveryType },
): O | null {
  const same = options.filter(({ method }) => method === order.paymentMethod);
  return same.find(({ delivery_types: types }) => types.includes(order.deliveryType)) ?? same[0] ?? null;
}

/** No order waits for money longer than for its goods. */
export const dueWithin = (dueAt: Date, slotStartsAt: Date | null): Date =>
  slotStartsAt !== null && slotStartsAt < dueAt ? slotStartsAt : dueAt;

/**
 * Until when an order placed `now` must be paid: never after its slot begins. Null for ways to pay without a deadline,
 * and for what staff promise for a slot that has begun already.
 */
export function paymentDueAt(
  { due_hours: hours }: Pick<PaymentOption, 'due_hours'>,
  now: Date,
  slotStartsAt: Date | null,
): Date | null {
  if (hours === null || (slotStartsAt !== null && slotStartsAt <= now)) return null;
  return dueWithin(new Date(now.getTime() + hours * HOUR), slotStartsAt);
}

/** When to remind: so many hours before the deadline, yet not in the first half of the time there is. */
export function remindAt(
  { remind_hours: hours }: Pick<PaymentOption, 'remind_hours'>,
  placedAt: Date,
  dueAt: Date,
): Date | null {
  if (hours === null) return null;
  const halfway = (placedAt.getTime() + dueAt.getTime()) / 2;
  return new Date(Math.max(dueAt.getTime() - hours * HOUR, halfway));
}

/**
 * The deadline after a claim was rejected: at least a day more, or as long as there was from the start where that was
 * less. Without it an order whose time is up would be released in the same minute in which its customer is told.
 */
export function dueAfterRejection(
  { due_hours: hours }: Pick<PaymentOption, 'due_hours'>,
  now: Date,
  order: { dueAt: Date; slotStartsAt: Date | null },
): Date {
  const extended = new Date(now.getTime() + Math.min(hours ?? SECOND_CHANCE_HOURS, SECOND_CHANCE_HOURS) * HOUR);
  return extended > order.dueAt ? dueWithin(extended, order.slotStartsAt) : order.dueAt;
}
