import 'server-only';
import type { Context } from '#lib/context';
import { getSettings } from '#lib/settings/queries';
import type { OrderContents } from '../change-input.ts';
import type { Agreed } from '../queries/agreed.ts';
import { changeWords } from '../rules/change-words.ts';
import { subtotalMinor, totalMinor } from '../rules.ts';
import { slotRow } from './commit-order.ts';
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

/**
 * Works out what an order will be. Throws VALIDATION_ERROR, STK_001, STK_002, ZONE_001, ZONE_002, SLOT_001, SLOT_002,
 * SLOT_003, PAY_001, AUTH_004; the statement asks for goods and slot again under lock.
 */
export async function planChange(ctx: Context, agreed: Agreed, change: OrderContents, by: By): Promise<ChangePlan> {
  const goods = await planLines(ctx, agreed, change.items);
  const target = await planTarget(ctx, agreed, change);
  const gift = await planGift(ctx, agreed, change);
  const fee = await planFee(ctx, agreed, { target, goods, ...by });
  const hand = await planHand(ctx, agreed, { target, goods, fee, ...by });
  const subtotal = subtotalMinor(goods.lines);
  const total = totalMinor({
    subtotalMinor: subtotal,
    deliveryMinor: fee.feeMinor,
    adjustmentMinor: agreed.adjustmentMinor,
  });
  await requirePayable(ctx, agreed, { target, totalMinor: total, ...by });
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
  return { ...plan, fields: fieldsOf(agreed, plan) };
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
  slot: slotRow(plan.hand),
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
