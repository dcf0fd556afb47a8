import 'server-only';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { nextFree, promiseOrder } from '#lib/promise/queries/promise-order';
import { findSlots, type Wish } from '#lib/promise/queries/slots';
import { loadOf } from '#lib/promise/rules/judge';
import type { Slot } from '#lib/promise/rules/slots';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { Agreed } from '../queries/agreed.ts';
import { exchange, type Pieces } from '../rules/change.ts';
import { type Goods, type PlannedLine, piecesOf, toWanted } from './plan-lines.ts';
import type { By, Fee, Target } from './plan-terms.ts';

/** When it is handed over, after the change. */
export type Hand = {
  /** What the opening rules say of the slot; null where it is not asked. */
  slot: Slot | null;
  keepsSlot: boolean;
  /** The slot it stays in has to take more goods, or another zone. */
  asksMore: boolean;
  day: string | null;
  loadPoints: number;
  locationId: string | null;
  /** Of the rule book; null when nothing was asked of it. */
  version: number | null;
};

/** The whole order anew, as if the old one were given back: for another slot, and for the list of slots. */
export function wholeWish(agreed: Agreed, goods: Goods, target: Target): Wish {
  const had = new Map<string, number>();
  for (const { variantId, quantity } of goods.before) {
    if (variantId !== null) had.set(variantId, (had.get(variantId) ?? 0) + quantity);
  }
  const hasSlot = target.slotId !== null || agreed.slotId !== null;
  return {
    method: target.deliveryType,
    postalCode: target.address?.postal_code ?? null,
    locationId: target.locationId,
    items: toWanted(goods.lines, ({ isDayChosen, onDate }) => (hasSlot && !isDayChosen ? null : onDate)).map(
      (item) => ({
        ...item,
        facts: { ...item.facts, stockQuantity: item.facts.stockQuantity + (had.get(item.variantId) ?? 0) },
      }),
    ),
    held: {
      slotId: agreed.slotId,
      keepsPlace: false,
      loadPoints: agreed.loadPoints,
      pieces: perDay(piecesOf(goods.before)),
    },
  };
}

const perDay = (pieces: readonly Pieces[]) =>
  pieces.flatMap(({ day, ...rest }) => (day === null ? [] : [{ ...rest, day }]));

const sumOf = (pieces: readonly Pieces[], lines: readonly PlannedLine[]) =>
  pieces.reduce((sum, { variantId, quantity }) => {
    const sellable = lines.find((line) => line.variantId === variantId)?.sellable;
    return sum + quantity * (sellable?.loadPoints ?? 0);
  }, 0);

/** What the slot it stays in is asked on top: more of what it knows, and nothing about the rest. */
function extraWish(agreed: Agreed, goods: Goods, target: Target, day: string | null): Wish | null {
  const lines = goods.lines.map((line) => withDay(line, day));
  const { more, less } = exchange(piecesOf(goods.before), piecesOf(lines));
  if (more.length === 0) return null;
  const all = [...lines, ...goods.before];
  return {
    method: target.deliveryType,
    postalCode: target.address?.postal_code ?? null,
    locationId: target.locationId,
    items: more.flatMap(({ variantId, day: onDate, quantity }) => {
      const facts = all.find((line) => line.variantId === variantId)?.sellable;
      return facts ? [{ variantId, quantity, onDate, facts }] : [];
    }),
    held: { slotId: agreed.slotId, keepsPlace: true, loadPoints: sumOf(less, all), pieces: perDay(less) },
    ...(day === null ? {} : { span: { first: day, last: day } }),
  };
}

/** What is made per day is made on the day of the slot. */
const withDay = (line: PlannedLine, day: string | null): PlannedLine =>
  line.sellable?.stockMode === 'per_date' && day !== null ? { ...line, onDate: day } : line;

/**
 * Promises what is asked on top of what was promised; what stays is not asked about. Throws SLOT_001, SLOT_002,
 * SLOT_003, STK_001, STK_002 with the `next` slots the whole order could have, VALIDATION_ERROR where a slot is missing.
 */
export async function planHand(
  ctx: Context,
  agreed: Agreed,
  { target, goods, fee, isOverride }: { target: Target; goods: Goods; fee: Fee } & By,
): Promise<Hand> {
  const { shop } = await getSettings(ctx);
  const keepsSlot = target.slotId === agreed.slotId && target.deliveryType === agreed.deliveryType;
  const slotDay = keepsSlot && agreed.slotStartsAt ? dayOf(agreed.slotStartsAt, shop.time_zone) : null;
  const whole = wholeWish(agreed, goods, target);
  const isElsewhere = fee.zoneId !== agreed.zoneId || (target.locationId ?? agreed.locationId) !== agreed.locationId;
  const isAnew = !keepsSlot || isElsewhere;
  const extra = isAnew ? null : extraWish(agreed, goods, target, slotDay);
  const load = loadOf(whole.items);
  const stays = { keepsSlot, day: slotDay, locationId: target.locationId ?? agreed.locationId };
  if (!isAnew && extra === null) {
    // A load that the shop has raised since is no reason to refuse somebody who wants less.
    return { ...stays, slot: null, asksMore: false, loadPoints: Math.min(agreed.loadPoints, load), version: null };
  }
  const wish = extra ?? (keepsSlot ? stayingIn(whole) : whole);
  const promised = await promiseOrder(ctx, { wish, slotId: target.slotId, isOverride }).catch(
    async (error: unknown) => {
      throw await offerNext(ctx, extra ? countKept(error, goods) : error, whole);
    },
  );
  return {
    ...stays,
    slot: promised.slot,
    asksMore: keepsSlot,
    day: keepsSlot ? slotDay : promised.day,
    loadPoints: load,
    locationId: keepsSlot && agreed.slotId !== null ? agreed.locationId : (promised.locationId ?? target.locationId),
    version: promised.version,
  };
}

const stayingIn = (wish: Wish): Wish => (wish.held ? { ...wish, held: { ...wish.held, keepsPlace: true } } : wish);

const REFUSED = ['SLOT_001', 'SLOT_002', 'SLOT_003', 'STK_001', 'STK_002'];

/** A refusal with the next slots that the whole order could have; anything else as it is. */
export async function offerNext(ctx: Context, error: unknown, wish: Wish): Promise<unknown> {
  if (!(error instanceof DomainError) || !REFUSED.includes(error.code)) return error;
  const answer = await findSlots(ctx, wish);
  if (!answer.hasSlots) return error;
  return new DomainError(error.code, { ...error.details, next: nextFree(answer) }, { cause: error });
}

type Short = { variant_id: string; on_date?: string | null; requested: number; left: number };

/** Only pieces on top were asked for: said as what the whole order may hold. */
export function countKept(error: unknown, { before, lines }: Goods): unknown {
  if (!(error instanceof DomainError) || error.code !== 'STK_001') return error;
  const count = (all: readonly PlannedLine[], { variant_id, on_date }: Short) =>
    piecesOf(all).reduce(
      (sum, { variantId, day, quantity }) =>
        variantId === variant_id && (day === null || !on_date || day === on_date) ? sum + quantity : sum,
      0,
    );
  const items = (error.details.items as Short[]).map((item) => {
    const kept = Math.min(count(before, item), count(lines, item));
    return { ...item, requested: item.requested + kept, left: item.left + kept };
  });
  return new DomainError(error.code, { ...error.details, items }, { cause: error });
}

/** The lines on their days: what has a day moves with the slot, unless another was chosen. */
export const onTheirDays = (lines: readonly PlannedLine[], { keepsSlot, day }: Hand): PlannedLine[] =>
  lines.map((line) => {
    const moved = withDay(line, day);
    return keepsSlot || day === null || line.isDayChosen || line.onDate === null ? moved : { ...moved, onDate: day };
  });
