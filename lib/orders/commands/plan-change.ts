import 'server-only';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { slotRow } from '#lib/promise/rules/slots';
import { getSettings } from '#lib/settings/queries';
import type { OrderContents } from '../change-input.ts';
import type { Agreed } from '../queries/agreed.ts';
import { changeWords } from '../rules/change-words.ts';
import { subtotalMinor, totalMinor } from '../rules.ts';
import { type Hand, onTheirDays, planHand, wholeWish } from './plan-hand.ts';
import { type Goods, type PlannedLine, planLines } from './plan-lines.ts';
import {
  type Address,
  type By,
  type Fee,
  type Gift,
  planDue,
  planFee,
  planGift,
  planTarget,
  requirePayable,
  type Target,
  toAddress,
  toGift,
} from './plan-terms.ts';

/** Everything an order will be. Amounts in minor units. */
export type ChangePlan = {
  target: Target;
  goods: Goods;
  fee: Fee;
  hand: Hand;
  address: Address | null;
  gift: Gift | null;
  preferredTime: string | null;
  specialInstructions: string | null;
  subtotalMinor: number;
  totalMinor: number;
  slotStartsAt: Date | null;
  dueAt: Date | null;
  /** Names of what becomes different; none when nothing does. */
  fields: string[];
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const lineFacts = (lines: readonly PlannedLine[]) =>
  lines.map(({ id, variantId, quantity, unitPriceMinor, onDate, note }) => [
    id,
    variantId,
    quantity,
    unitPriceMinor,
    onDate,
    note,
  ]);

function fieldsOf(agreed: Agreed, plan: Omit<ChangePlan, 'fields'>): string[] {
  const { target, goods, hand } = plan;
  const changed = {
    items: !isSame(lineFacts(goods.lines), lineFacts(goods.before)),
    slot: !hand.keepsSlot,
    delivery_type: target.deliveryType !== agreed.deliveryType,
    delivery_address: !isSame(sorted(plan.address), sorted(toAddress(agreed.deliveryAddress))),
    location: agreed.slotId === null && hand.slot === null && hand.locationId !== agreed.locationId,
    preferred_time: plan.preferredTime !== agreed.preferredTime,
    special_instructions: plan.specialInstructions !== agreed.specialInstructions,
    gift: !isSame(sorted(plan.gift), sorted(toGift(agreed.gift))),
  };
  return Object.entries(changed).flatMap(([name, isChanged]) => (isChanged ? [name] : []));
}

const sorted = (value: object | null) => value && Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));

/** As far as a change can be worked out: what is refused leaves null behind and is told. */
export type ChangeSketch = {
  goods: Goods | null;
  target: Target | null;
  fee: Fee | null;
  hand: Hand | null;
  subtotalMinor: number | null;
  totalMinor: number | null;
  /** Null as soon as there is a problem. */
  plan: ChangePlan | null;
  problems: DomainError[];
};

/** Works out what an order will be, step by step; each step that is refused is a problem, and so is what needs it. */
export async function sketchChange(ctx: Context, agreed: Agreed, change: OrderContents, by: By): Promise<ChangeSketch> {
  const problems: DomainError[] = [];
  const attempt = async <T>(work: Promise<T>): Promise<T | null> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'DB_001') throw error;
      problems.push(error);
      return null;
    }
  };
  const goods = await attempt(planLines(ctx, agreed, change.items));
  const target = await attempt(planTarget(ctx, agreed, change));
  const gift = await attempt(planGift(ctx, agreed, change));
  const fee = goods && target && (await attempt(planFee(ctx, agreed, { target, goods, ...by })));
  const hand = goods && target && fee && (await attempt(planHand(ctx, agreed, { target, goods, fee, ...by })));
  const subtotal = goods && subtotalMinor(goods.lines);
  const total =
    fee && subtotal !== null
      ? totalMinor({ subtotalMinor: subtotal, deliveryMinor: fee.feeMinor, adjustmentMinor: agreed.adjustmentMinor })
      : null;
  if (target && total !== null) await attempt(requirePayable(ctx, agreed, { target, totalMinor: total, ...by }));
  const sketch = { goods, target, fee, hand, subtotalMinor: subtotal, totalMinor: total, problems };
  if (problems.length > 0 || !goods || !target || !fee || !hand || subtotal === null || total === null) {
    return { ...sketch, plan: null };
  }
  const slotStartsAt = hand.keepsSlot ? agreed.slotStartsAt : (hand.slot?.startsAt ?? null);
  const plan = {
    target,
    goods: { ...goods, lines: onTheirDays(goods.lines, hand) },
    fee,
    hand,
    address: target.address,
    gift,
    preferredTime: change.preferred_time === undefined ? agreed.preferredTime : change.preferred_time,
    specialInstructions:
      change.special_instructions === undefined ? agreed.specialInstructions : change.special_instructions,
    subtotalMinor: subtotal,
    totalMinor: total,
    slotStartsAt,
    dueAt: await planDue(ctx, agreed, { totalMinor: total, slotStartsAt }),
  };
  return { ...sketch, plan: { ...plan, fields: fieldsOf(agreed, plan) } };
}

/**
 * Works out what an order will be. Throws VALIDATION_ERROR, STK_001, STK_002, ZONE_001, ZONE_002, SLOT_001, SLOT_002,
 * SLOT_003, PAY_001, AUTH_004; the statement asks for goods and slot again under lock.
 */
export async function planChange(ctx: Context, agreed: Agreed, change: OrderContents, by: By): Promise<ChangePlan> {
  const { plan, problems } = await sketchChange(ctx, agreed, change, by);
  if (plan) return plan;
  throw problems[0] ?? new Error('a change without a plan has a problem');
}

/** What `change_order` takes of a plan. */
export const planRow = (plan: ChangePlan) => ({
  order: {
    delivery_type: plan.target.deliveryType,
    location_id: plan.hand.locationId,
    zone_id: plan.fee.zoneId,
    load_points: plan.hand.loadPoints,
    delivery_minor: plan.fee.feeMinor,
    preferred_time: plan.preferredTime,
    delivery_address: plan.address,
    special_instructions: plan.specialInstructions,
    gift: plan.gift,
    payment_due_at: plan.dueAt,
  },
  items: isSame(lineFacts(plan.goods.lines), lineFacts(plan.goods.before))
    ? null
    : plan.goods.lines.map((line) => ({
        id: line.id,
        product_id: line.productId,
        variant_id: line.variantId,
        product_name: line.productName,
        variant_title: line.variantTitle,
        sku: line.sku,
        quantity: line.quantity,
        unit_price_minor: line.unitPriceMinor,
        today_minor: line.sellable?.priceMinor ?? null,
        on_date: line.onDate,
        note: line.note,
        allergens: line.allergens,
      })),
  slot: plan.hand.slot && slotRow(plan.hand.slot),
  keeps_slot: plan.hand.keepsSlot,
  asks_more: plan.hand.asksMore,
  promise_version: plan.hand.version,
  fields: plan.fields,
});

/** The change in a sentence, for the timeline. */
export async function planWords(ctx: Context, agreed: Agreed, plan: ChangePlan): Promise<string> {
  const { shop } = await getSettings(ctx);
  return changeWords(
    { ...agreed, lines: plan.goods.before },
    {
      slotStartsAt: plan.slotStartsAt,
      deliveryType: plan.target.deliveryType,
      lines: plan.goods.lines,
      totalMinor: plan.totalMinor,
    },
    plan.fields,
    { locale: shop.locale, timeZone: shop.time_zone, currency: agreed.currency },
  );
}

/** The whole order as a wish, for the slots that can be offered instead. */
export const wishOfPlan = (agreed: Agreed, { goods, target }: Pick<ChangePlan, 'goods' | 'target'>) =>
  wholeWish(agreed, goods, target);
