import 'server-only';
import type { Context } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { NextSlot } from '../output.ts';
import { isScarce, type Judged, leadOf, loadOf } from '../rules/judge.ts';
import type { Slot } from '../rules/slots.ts';
import { type Answer, findDayOfSlot, findSlots, isFree, type Wish } from './slots.ts';
import { offeredSpan } from './world.ts';

/** What an order is promised, as its statement takes it. */
export type Promised = {
  slot: Slot | null;
  /** The day on which it is made: the slot's. */
  day: string | null;
  loadPoints: number;
  zoneId: string | null;
  locationId: string | null;
  /** The slot is nearly full: what is kept about it may no longer be true. */
  isScarce: boolean;
  /** Of the rule book; null when nothing was promised by it. */
  version: number | null;
};

const NEXT = 3;
/** How far ahead of today, and behind it, staff may promise on their own account. */
const STAFF_DAYS = { behind: 1, ahead: 92 };

/** The next free slots of an answer, for somebody whose choice was refused. */
export const nextFree = (answer: Answer): NextSlot[] =>
  answer.slots
    .filter(isFree)
    .slice(0, NEXT)
    .map(({ slot }) => ({
      id: slot.id,
      starts_at: slot.startsAt.toISOString(),
      ends_at: slot.endsAt.toISOString(),
      location: answer.places.get(slot.locationId)?.name ?? '',
    }));

/** What a refused slot means to whoever asked for it, with the next free ones in `details.next`. */
async function refusal(ctx: Context, wish: Wish, { slot, why }: Judged): Promise<DomainError> {
  if (!why) throw new Error('a slot that is free cannot be refused');
  const { items } = wish;
  const next = nextFree(await findSlots(ctx, wish));
  const common = { slot_id: slot.id, reason: why.reason, message: why.message, next };
  if (why.reason === 'sold_out') {
    const wanted = (id: string) =>
      items.reduce((sum, { variantId, quantity }) => (variantId === id ? sum + quantity : sum), 0);
    return new DomainError('STK_001', {
      ...common,
      items: why.short.map(({ variantId, left }) => ({
        variant_id: variantId,
        on_date: slot.day,
        requested: wanted(variantId),
        left,
      })),
    });
  }
  if (why.reason === 'not_sold') {
    return new DomainError('STK_002', {
      ...common,
      items: why.variantIds.map((id) => ({ variant_id: id, on_date: slot.day })),
    });
  }
  if (why.reason === 'full' || why.reason === 'load') return new DomainError('SLOT_001', common);
  return new DomainError(why.reason === 'lead_time' ? 'SLOT_003' : 'SLOT_002', common);
}

/** Without slots only a day can be promised; it must be one, still to come, and far enough ahead. */
async function requireDays(ctx: Context, wish: Wish): Promise<void> {
  const { shop } = await getSettings(ctx);
  const readyAt = new Date(ctx.now.getTime() + leadOf({ items: wish.items, extraLeadMinutes: 0 }) * 60_000);
  for (const [index, { onDate, facts }] of wish.items.entries()) {
    if (onDate === null) {
      if (facts.stockMode !== 'per_date') continue;
      throw ValidationError.of(`items.${index}.on_date`, 'VAL_001', 'Choose the day for it.');
    }
    if (momentAt(addDays(onDate, 1), '00:00', shop.time_zone) <= readyAt) {
      throw new DomainError('SLOT_003', { on_date: onDate, earliest: dayOf(readyAt, shop.time_zone) });
    }
  }
}

/**
 * Promises `slotId` for a wish, or refuses: SLOT_001 full, SLOT_002 closed, passed or past its cut-off, SLOT_003 lead
 * time, STK_001 not enough made that day, STK_002 not sold then, all with `reason` and the `next` free slots;
 * VALIDATION_ERROR where a slot must be chosen. A shop without hours that is closed answers SLOT_002 with `until`. `isOverride` (staff) refuses only what does not exist, and needs no slot.
 * The order statement asks again under lock, and refuses another version of the rule book.
 */
export async function promiseOrder(
  ctx: Context,
  { wish, slotId, isOverride }: { wish: Wish; slotId: string | null; isOverride: boolean },
): Promise<Promised> {
  // Open to everybody: a promise binds nobody before the order is placed.
  const span = wish.span ?? (await (isOverride ? staffSpan(ctx) : offeredSpan(ctx)));
  const day = slotId === null ? null : await findDayOfSlot(ctx, { method: wish.method, slotId, span });
  // Whoever has chosen is not told about the other days, unless refused.
  const answer = await findSlots(ctx, { ...wish, span: day === null ? span : { first: day, last: day } });
  const common = { loadPoints: loadOf(wish.items), zoneId: answer.zone?.id ?? null, version: answer.version };
  const noSlot = {
    ...common,
    slot: null,
    day: null,
    isScarce: false,
    locationId: answer.zone?.locationId ?? wish.locationId ?? null,
  };
  if (slotId === null) {
    if (answer.hasSlots && !isOverride) throw ValidationError.of('slot_id', 'VAL_001', 'Choose a time.');
    if (answer.shut && !isOverride) {
      const { endsAt, message } = answer.shut;
      throw new DomainError('SLOT_002', {
        slot_id: null,
        reason: 'closed',
        until: endsAt.toISOString(),
        message,
        next: [],
      });
    }
    await requireDays(ctx, wish);
    return noSlot;
  }
  if (!answer.hasSlots) throw ValidationError.of('slot_id', 'VAL_003', 'There are no times to choose from here.');
  const judged = answer.slots.find(({ slot }) => slot.id === slotId);
  if (!judged)
    throw new DomainError('SLOT_002', {
      slot_id: slotId,
      reason: 'unknown',
      next: nextFree(await findSlots(ctx, wish)),
    });
  if (judged.why && !isOverride) throw await refusal(ctx, wish, judged);
  const { slot } = judged;
  return {
    ...common,
    slot,
    day: slot.day,
    isScarce: isScarce(judged, common.loadPoints),
    locationId: slot.locationId,
  };
}

async function staffSpan(ctx: Context) {
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  return { first: addDays(today, -STAFF_DAYS.behind), last: addDays(today, STAFF_DAYS.ahead) };
}

const REFUSED_UNDER_LOCK = ['SLOT_001', 'SLOT_002', 'STK_001'];

/** What the order statement refused under lock, now with the next free slots beside it; anything else as it is. */
export async function withNextSlots(ctx: Context, error: unknown, wish: Wish): Promise<unknown> {
  if (!(error instanceof DomainError) || !REFUSED_UNDER_LOCK.includes(error.code)) return error;
  const answer = await findSlots(ctx, wish);
  if (!answer.hasSlots) return error;
  return new DomainError(error.code, { ...error.details, next: nextFree(answer) }, { cause: error });
}
