import type { World } from './judge.ts';

/**
 * What an order that is being changed would give up, counted as free while its change is judged. Its place in its slot is
 * its own: of a slot it stays in (`keepsPlace`) the number of orders is not asked again.
 */
export type Held = {
  slotId: string | null;
  keepsPlace: boolean;
  loadPoints: number;
  /** Of days of production; counted stock is given back in the facts of each item. */
  pieces: readonly { variantId: string; day: string; quantity: number }[];
};

export function withoutHeld(world: World, { slotId, keepsPlace, loadPoints, pieces }: Held): World {
  const bookings = new Map(world.bookings);
  const booking = slotId === null ? undefined : bookings.get(slotId);
  if (slotId !== null && booking) {
    bookings.set(slotId, {
      ...booking,
      bookedOrders: keepsPlace ? 0 : booking.bookedOrders - 1,
      bookedLoad: booking.bookedLoad - loadPoints,
    });
  }
  const plans = new Map(world.plans);
  for (const { variantId, day, quantity } of pieces) {
    const plan = plans.get(`${variantId} ${day}`);
    if (plan) plans.set(`${variantId} ${day}`, { ...plan, sold: plan.sold - quantity });
  }
  return { ...world, bookings, plans };
}
