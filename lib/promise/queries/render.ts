import 'server-only';
import type { EarliestSlotDto, SlotDto } from '../output.ts';
import type { Judged } from '../rules/judge.ts';
import type { Place } from './rule-book.ts';

/** How exactly the public learns of the room that is left: five means five or more. */
const COARSE = 5;

export function renderSlot(
  { slot, state, why, capacityOrders, roomOrders }: Judged,
  places: ReadonlyMap<string, Place>,
): SlotDto {
  return {
    id: slot.id,
    method: slot.method,
    location: { id: slot.locationId, name: places.get(slot.locationId)?.name ?? '' },
    starts_at: slot.startsAt.toISOString(),
    ends_at: slot.endsAt.toISOString(),
    cutoff_at: slot.cutoffAt.toISOString(),
    state,
    reason: why?.reason ?? null,
    message: why?.message ?? null,
    capacity_orders: capacityOrders,
    room: roomOrders === null ? null : Math.min(roomOrders, COARSE),
  };
}

export const renderEarliest = (judged: Judged | null | undefined): EarliestSlotDto | null =>
  judged
    ? {
        slot_id: judged.slot.id,
        starts_at: judged.slot.startsAt.toISOString(),
        ends_at: judged.slot.endsAt.toISOString(),
        order_by: judged.orderBy.toISOString(),
      }
    : null;
