import 'server-only';
import { MAX_QUANTITY } from '#lib/cart/input';
import { type Context, requireRole } from '#lib/context';
import { DomainError, ValidationError } from '#lib/errors';
import type { ActionFailure } from '#lib/http/action';
import { errorText } from '#lib/i18n/error-text';
import { fieldTexts } from '#lib/i18n/field-text';
import { fromMinor } from '#lib/money';
import { formatPhone } from '#lib/phone';
import type { OfferedSlot, SlotOffer } from '#lib/promise/offer-output';
import { listPickupPlaces } from '#lib/promise/queries/at-checkout';
import { openWorld } from '#lib/promise/queries/slots';
import { toOffer } from '#lib/promise/rules/offer';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { ChangeOwnOrder, OrderContents, QuoteOrderChange } from '../change-input.ts';
import type { ChangeLine, ChangeQuote, ChangeShop, DeskChangeQuote, OrderSide } from '../change-output.ts';
import { type ChangePlan, type ChangeSketch, sketchChange } from '../commands/plan-change.ts';
import { wholeWish } from '../commands/plan-hand.ts';
import { type PlannedLine, planLines } from '../commands/plan-lines.ts';
import { planTarget, toAddress } from '../commands/plan-terms.ts';
import { mayCustomerChange, mayStaffChange, settlementOf } from '../rules/change.ts';
import { type Agreed, readAgreed } from './agreed.ts';
import { findOwnOrder } from './get-order.ts';
import { toOrderSlot } from './order-slots.ts';

/** Counted stock gives an order back what it holds; what is made per day is judged with its day. */
function mostOf(line: PlannedLine, before: readonly PlannedLine[]): number | null {
  const { sellable, variantId } = line;
  if (!sellable) return null;
  const had = before.reduce((sum, one) => (one.variantId === variantId ? sum + one.quantity : sum), 0);
  const counted = sellable.stockMode === 'tracked' ? sellable.stockQuantity + had : MAX_QUANTITY;
  const most = sellable.isSellable ? Math.min(counted, sellable.maxPerOrder ?? MAX_QUANTITY, MAX_QUANTITY) : 0;
  return Math.max(most, line.quantity);
}

const toLine = (line: PlannedLine, before: readonly PlannedLine[]): ChangeLine => ({
  id: line.id,
  variant_id: line.variantId,
  product_name: line.productName,
  variant_title: line.variantTitle,
  note: line.note,
  on_date: line.onDate,
  quantity: line.quantity,
  unit_price: fromMinor(line.unitPriceMinor),
  total_price: fromMinor(line.quantity * line.unitPriceMinor),
  max_quantity: mostOf(line, before),
});

function sideBefore(agreed: Agreed, lines: readonly PlannedLine[]): OrderSide {
  const { slotId, slotStartsAt, slotEndsAt } = agreed;
  return {
    items: lines.map((line) => toLine(line, lines)),
    delivery_type: agreed.deliveryType,
    slot:
      slotId && slotStartsAt && slotEndsAt
        ? { id: slotId, starts_at: slotStartsAt.toISOString(), ends_at: slotEndsAt.toISOString() }
        : null,
    delivery_address: toAddress(agreed.deliveryAddress),
    preferred_time: agreed.preferredTime,
    special_instructions: agreed.specialInstructions,
    subtotal: fromMinor(agreed.subtotalMinor),
    delivery_fee: fromMinor(agreed.deliveryMinor),
    total: fromMinor(agreed.totalMinor),
  };
}

function sideAfter(before: OrderSide, plan: ChangePlan): OrderSide {
  const { hand, goods } = plan;
  return {
    items: goods.lines.map((line) => toLine(line, goods.before)),
    delivery_type: plan.target.deliveryType,
    slot: hand.keepsSlot
      ? before.slot
      : hand.slot && {
          id: hand.slot.id,
          starts_at: hand.slot.startsAt.toISOString(),
          ends_at: hand.slot.endsAt.toISOString(),
        },
    delivery_address: plan.address,
    preferred_time: plan.preferredTime,
    special_instructions: plan.specialInstructions,
    subtotal: fromMinor(plan.subtotalMinor),
    delivery_fee: fromMinor(plan.fee.feeMinor),
    total: fromMinor(plan.totalMinor),
  };
}

const toProblem = (error: DomainError, locale: string): ActionFailure => ({
  ok: false,
  code: error.code,
  message: errorText(error.code, locale),
  fields: error instanceof ValidationError ? fieldTexts(error.fields, locale) : {},
  details: error.details,
});

/** The time it has is its own, also where nobody else could have it any more. */
function withOwn(offer: SlotOffer, agreed: Agreed, timeZone: string): SlotOffer {
  const { slotId, slotStartsAt, slotEndsAt } = agreed;
  if (!slotId || !slotStartsAt || !slotEndsAt || !agreed.locationId) return offer;
  if (offer.days.some(({ free }) => free.some(({ id }) => id === slotId))) return offer;
  const own: OfferedSlot = {
    id: slotId,
    starts_at: slotStartsAt.toISOString(),
    ends_at: slotEndsAt.toISOString(),
    location_id: agreed.locationId,
    state: 'open',
    room: null,
    order_by: (agreed.changeUntil ?? slotStartsAt).toISOString(),
  };
  const day = dayOf(slotStartsAt, timeZone);
  const days = offer.days.some((one) => one.day === day)
    ? offer.days
    : [...offer.days, { day, free: [], refused: [], off: [], short: [] }].sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    has_slots: true,
    shut: null,
    days: days.map((one) => (one.day === day ? { ...one, free: [...one.free, own].sort(byStart) } : one)),
  };
}

const byStart = (a: OfferedSlot, b: OfferedSlot): number => (a.starts_at < b.starts_at ? -1 : 1);

/** Every slot the order could ask for with the goods it will hold; with those it has where these are refused. */
async function slotsOf(ctx: Context, agreed: Agreed, { goods, target }: ChangeSketch) {
  const wish = wholeWish(
    agreed,
    goods ?? (await planLines(ctx, agreed, undefined)),
    target ?? (await planTarget(ctx, agreed, {})),
  );
  const asker = await openWorld(ctx, { methods: [wish.method], items: wish.items });
  return { answer: asker.answer(wish), days: asker.days, isSameMethod: wish.method === agreed.deliveryType };
}

async function quote(
  ctx: Context,
  orderId: string,
  change: OrderContents,
  by: { isCustomer: boolean; isOverride: boolean },
): Promise<DeskChangeQuote | null> {
  const agreed = await readAgreed(ctx, orderId);
  if (!agreed) return null;
  const sketch = await sketchChange(ctx, agreed, change, by);
  const { goods, plan, problems, totalMinor } = sketch;
  const before = sideBefore(agreed, goods?.before ?? (await planLines(ctx, agreed, undefined)).before);
  const { shop } = await getSettings(ctx);
  const { answer, days, isSameMethod } = await slotsOf(ctx, agreed, sketch);
  const offer = toOffer(answer, days);
  const settled = settlementOf({ ...agreed, totalMinor: totalMinor ?? agreed.totalMinor });
  return {
    order_id: agreed.id,
    order_number: agreed.orderNumber,
    status: agreed.status,
    version: agreed.version,
    currency: agreed.currency,
    adjustment: fromMinor(agreed.adjustmentMinor),
    paid: fromMinor(agreed.paidMinor),
    may_change: by.isCustomer
      ? mayCustomerChange({ ...agreed, hasSlot: agreed.slotId !== null }, ctx.now)
      : mayStaffChange(agreed.status),
    change_until: agreed.changeUntil?.toISOString() ?? null,
    before,
    after: plan && sideAfter(before, plan),
    fields: plan?.fields ?? [],
    total: totalMinor === null ? null : fromMinor(totalMinor),
    difference: totalMinor === null ? null : fromMinor(totalMinor - agreed.totalMinor),
    to_pay: fromMinor(settled.toPayMinor),
    to_give_back: fromMinor(settled.toGiveBackMinor),
    problems: problems.map((problem) => toProblem(problem, ctx.locale)),
    slots: isSameMethod ? withOwn(offer, agreed, shop.time_zone) : offer,
    all_slots: answer.slots.map((judged) => toOrderSlot(judged, answer.places, days.at(-1) ?? '')),
    location_id: agreed.locationId,
  };
}

/**
 * What a change of their own order would come to, for whoever holds its key or is its owner; null for anybody else.
 * Refuses nothing: what speaks against it is told in `problems`.
 */
export async function quoteChange(
  ctx: Context,
  { order_number, version: _, ...change }: ChangeOwnOrder,
  { key }: { key: string | null },
): Promise<ChangeQuote | null> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const order = await findOwnOrder(ctx, { order_number, key });
  const found = order && (await quote(ctx, order.id, change, { isCustomer: true, isOverride: false }));
  if (!found) return null;
  const { all_slots: _slots, ...told } = found;
  return told;
}

/** What the page of a change has to know of the shop. */
export async function getChangeShop(ctx: Context): Promise<ChangeShop> {
  // Open to everybody: what the shop offers.
  const [{ shop, checkout }, places] = await Promise.all([getSettings(ctx), listPickupPlaces(ctx)]);
  return {
    locale: shop.locale,
    time_zone: shop.time_zone,
    today: dayOf(ctx.now, shop.time_zone),
    days_ahead: checkout.days_ahead,
    phone: formatPhone(shop.phone),
    places: places.map(({ id, name }) => ({ id, name })),
  };
}

/** The same for the desk; `override` promises what the rules refuse. Throws DB_002. */
export async function quoteDeskChange(
  ctx: Context,
  { order_id, override: isOverride, ...change }: QuoteOrderChange,
): Promise<DeskChangeQuote> {
  requireRole(ctx, 'staff');
  const found = await quote(ctx, order_id, change, { isCustomer: false, isOverride });
  if (!found) throw new DomainError('DB_002');
  return found;
}
