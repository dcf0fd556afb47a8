import type { OfferedDay, OfferedSlot, RefusedSpan, SlotOffer } from '../offer-output.ts';
import type { ClosureSpan, Judged, Why } from './judge.ts';

/** How exactly the public learns of the room that is left: five means five or more. */
const COARSE = 5;

const toFree = ({ slot, state, roomOrders, orderBy }: Judged): OfferedSlot => ({
  id: slot.id,
  starts_at: slot.startsAt.toISOString(),
  ends_at: slot.endsAt.toISOString(),
  location_id: slot.locationId,
  state: state === 'few' ? 'few' : 'open',
  room: roomOrders === null ? null : Math.min(roomOrders, COARSE),
  order_by: orderBy.toISOString(),
});

/** Adds a refused slot to the span it continues, or begins one: between two that are full nobody wants to read "full" twice. */
function addRefused(spans: RefusedSpan[], { slot }: Judged, { reason, message }: Why): void {
  const [starts_at, ends_at] = [slot.startsAt.toISOString(), slot.endsAt.toISOString()];
  const before = spans.findLast(({ location_id }) => location_id === slot.locationId);
  if (before && before.ends_at === starts_at && before.reason === reason && before.message === message) {
    before.ends_at = ends_at;
    return;
  }
  spans.push({ starts_at, ends_at, location_id: slot.locationId, reason, message });
}

function addTo(day: OfferedDay, judged: Judged): void {
  const { why } = judged;
  if (why === null) {
    day.free.push(toFree(judged));
    return;
  }
  // What is over is no news.
  if (why.reason === 'passed') return;
  addRefused(day.refused, judged, why);
  if (why.reason === 'not_sold') day.off = [...new Set([...day.off, ...why.variantIds])];
  if (why.reason === 'sold_out') day.short = why.short.map(({ variantId, left }) => ({ variant_id: variantId, left }));
}

/** The slots of an answer, earliest first, as a picker shows them; `days` are all that are offered. */
export function toOffer(
  { hasSlots, shut, slots }: { hasSlots: boolean; shut: ClosureSpan | null; slots: readonly Judged[] },
  days: readonly string[],
): SlotOffer {
  const byDay = new Map(
    days.map((day): [string, OfferedDay] => [day, { day, free: [], refused: [], off: [], short: [] }]),
  );
  for (const judged of slots) {
    const day = byDay.get(judged.slot.day);
    if (day) addTo(day, judged);
  }
  return {
    has_slots: hasSlots,
    shut: shut && { until: shut.endsAt.toISOString(), message: shut.message },
    days: [...byDay.values()],
  };
}
