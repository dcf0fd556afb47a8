import 'server-only';
import { getSellables } from '#lib/catalog/queries/sellables';
import { type Context, requireRole } from '#lib/context';
import { type Answer, findSlots } from '#lib/promise/queries/slots';
import { offeredSpan } from '#lib/promise/queries/world';
import type { Judged } from '#lib/promise/rules/judge';
import type { OrderSlot, OrderSlots, OrderSlotsInput } from '../desk-slots.ts';

/** Every time for a phone order, also those the rules refuse: staff may promise them on their word. */
export async function listOrderSlots(ctx: Context, input: OrderSlotsInput): Promise<OrderSlots> {
  requireRole(ctx, 'staff');
  const { delivery_type: method, postal_code: postalCode, items, day } = input;
  const sellables = await getSellables(
    ctx,
    items.map(({ variant_id }) => variant_id),
  );
  const offered = await offeredSpan(ctx);
  const { hasSlots, slots, places } = await findSlots(ctx, {
    method,
    postalCode,
    items: items.flatMap(({ variant_id: variantId, quantity }) => {
      const facts = sellables.get(variantId);
      return facts ? [{ variantId, quantity, onDate: null, facts }] : [];
    }),
    span: day === null ? undefined : { first: day, last: day },
  });
  return {
    has_slots: hasSlots,
    slots: slots.map((judged) => toOrderSlot(judged, places, offered.last)),
  };
}

/** A judged slot as staff see it; customers may order until `lastDay`. */
export const toOrderSlot = (
  { slot, state, why, bookedOrders, capacityOrders }: Judged,
  places: Answer['places'],
  lastDay: string,
): OrderSlot => ({
  id: slot.id,
  day: slot.day,
  starts_at: slot.startsAt.toISOString(),
  ends_at: slot.endsAt.toISOString(),
  location: { id: slot.locationId, name: places.get(slot.locationId)?.name ?? '' },
  state,
  reason: why?.reason ?? (slot.day > lastDay ? 'beyond' : null),
  variant_ids: why?.variantIds ?? [],
  booked_orders: bookedOrders,
  capacity_orders: capacityOrders,
});
