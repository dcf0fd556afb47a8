import 'server-only';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import type { ChangeSlot } from '../desk-input.ts';
import type { DeskSlotDetailDto } from '../desk-output.ts';
import { getDeskSlot, requireSlot } from '../queries/desk-slots.ts';
import { slotRow } from '../rules/slots.ts';

/** `false` goes back to the rules, nothing leaves the capacity as it is. */
function ownOf({ has_own_capacity, capacity_orders, capacity_load }: ChangeSlot) {
  if (has_own_capacity === false) return false;
  if (has_own_capacity === undefined && capacity_orders === undefined && capacity_load === undefined) return undefined;
  return {
    ...(capacity_orders !== undefined && { capacity_orders }),
    ...(capacity_load !== undefined && { capacity_load }),
  };
}

/**
 * Closes or opens one slot, gives it a capacity of its own or takes that back. Orders it has stay: `over_orders` and
 * `over_load` of the answer say how far they are beyond the capacity. Throws DB_002.
 */
export async function changeSlot(ctx: Context, input: ChangeSlot): Promise<DeskSlotDetailDto> {
  requireRole(ctx, 'admin');
  const { slot } = await requireSlot(ctx, input.id);
  await callFunction(ctx, 'change_slot', {
    slot: slotRow(slot),
    closed: input.closed,
    own: ownOf(input),
    actor: actorRow(ctx),
    request_id: ctx.requestId,
  });
  // "Earliest Saturday 10:00" stands on kept pages.
  ctx.expire(['shop', 'stock', 'catalog']);
  return getDeskSlot(ctx, { id: slot.id });
}
