import 'server-only';
import { z } from 'zod';
import { newId } from '#db/columns';
import type { Channel, PaymentMethod } from '#db/enums';
import { actorRow, type Context, type Tag } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import type { Idempotency } from '#lib/idempotency';
import { parsePhone } from '#lib/phone';
import { type DeliveryPrice, priceDelivery } from '#lib/promise/queries';
import { type Promised, promiseOrder, withNextSlots } from '#lib/promise/queries/promise-order';
import { forgetRuleBook, getRuleBook } from '#lib/promise/queries/rule-book';
import type { Wish } from '#lib/promise/queries/slots';
import { slotRow } from '#lib/promise/rules/slots';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { PlaceOrder } from '../input.ts';
import { paymentDueAt } from '../rules/deadline.ts';
import { totalMinor } from '../rules.ts';
import type { Basket } from './lines.ts';
import { offeredTo, readStanding, requirePhoneProof } from './phone-proof.ts';

/** A phone as stored, or VALIDATION_ERROR at its field. */
export function requirePhone(typed: string, country: string, field: string): string {
  const phone = parsePhone(typed, country);
  if (phone === null) throw ValidationError.of(field, 'VAL_002', 'Enter the whole phone number, with its area code.');
  return phone;
}

export type Draft = Omit<PlaceOrder, 'items' | 'customer_phone' | 'gift' | 'call_back'> & {
  call_back?: boolean;
  customer_id: string | null;
  customer_phone: string;
  gift: PlaceOrder['gift'];
  channel: Channel;
  /** Why staff promise what the rules refuse; null = the rules hold. */
  override_reason: string | null;
};

/** The chosen way to pay, or the first one offered. Throws PAY_001 when the shop does not offer it for this order. */
function choosePayment(
  options: Settings['payments']['options'],
  draft: Pick<Draft, 'payment_method' | 'delivery_type'>,
  total: number,
) {
  const offered = options.filter(
    (option) =>
      option.delivery_types.includes(draft.delivery_type) && (option.max_total === null || total <= option.max_total),
  );
  const chosen = draft.payment_method ? offered.find((option) => option.method === draft.payment_method) : offered[0];
  if (!chosen) {
    const methods: PaymentMethod[] = offered.map((option) => option.method);
    throw new DomainError('PAY_001', { offered: methods });
  }
  return chosen;
}

/** Throws VALIDATION_ERROR for a place that is not offered. */
async function requirePlace(ctx: Context, wanted: string | null): Promise<void> {
  if (wanted === null) return;
  const { places } = await getRuleBook(ctx);
  if (places.some(({ id }) => id === wanted)) return;
  throw ValidationError.of('location_id', 'VAL_003', 'Choose one of the places offered.');
}

const resultShape = z.object({ order_id: z.uuid(), replayed: z.boolean() });

/** What delivery there costs. Staff may go below the minimum of a zone on their own account. */
async function deliveryOf(ctx: Context, draft: Draft, basket: Basket): Promise<DeliveryPrice | null> {
  if (draft.delivery_type !== 'delivery') return null;
  return priceDelivery(ctx, {
    postalCode: draft.delivery_address?.postal_code ?? null,
    subtotalMinor: basket.subtotalMinor,
    isMinimumWaived: draft.override_reason !== null,
  });
}

const wishOf = (draft: Draft, basket: Basket): Wish => ({
  method: draft.delivery_type,
  postalCode: draft.delivery_address?.postal_code ?? null,
  locationId: draft.delivery_type === 'pickup' ? draft.location_id : null,
  items: basket.lines.map(({ variantId, quantity, onDate, sellable }) => ({
    variantId,
    quantity,
    onDate,
    facts: sellable,
  })),
});

/** The items as `place_order` takes them. What is made per day is made on the day of the slot. */
export const itemRows = (basket: Basket, promised: Promised) =>
  basket.lines.map(({ sellable, ...line }) => ({
    id: newId(),
    product_id: sellable.productId,
    variant_id: line.variantId,
    product_name: sellable.productName,
    variant_title: sellable.variantTitle,
    sku: sellable.sku,
    quantity: line.quantity,
    unit_price_minor: line.unitPriceMinor,
    on_date: sellable.stockMode === 'per_date' ? (promised.day ?? line.onDate) : line.onDate,
    note: line.note,
    allergens: sellable.allergens,
  }));

/** Tells a refusal under lock with the next free slots, and drops a rule book that has changed meanwhile. */
async function explain(ctx: Context, error: unknown, wish: Wish): Promise<unknown> {
  if (error instanceof DomainError && error.code === 'REQ_002') forgetRuleBook();
  // The page that promised it was older than the last order.
  if (error instanceof DomainError && error.code === 'SLOT_001') ctx.expire(['promise']);
  return withNextSlots(ctx, error, wish);
}

/** Prices the draft, promises its slot and places it in one statement. All an order could be refused for, is here. */
export async function commitOrder(
  ctx: Context,
  draft: Draft,
  basket: Basket,
  idempotency: Idempotency | null,
): Promise<{ orderId: string; replayed: boolean }> {
  const settings = await getSettings(ctx);
  const { shop, checkout } = settings;
  if (!checkout.delivery_types.includes(draft.delivery_type)) {
    throw ValidationError.of('delivery_type', 'VAL_003', 'The shop does not offer this at the moment.');
  }
  if (draft.gift && !checkout.gifts) throw ValidationError.of('gift', 'VAL_003', 'The shop does not pack gifts.');
  const delivery = await deliveryOf(ctx, draft, basket);
  const deliveryMinor = delivery?.feeMinor ?? 0;
  const total = totalMinor({ subtotalMinor: basket.subtotalMinor, deliveryMinor, adjustmentMinor: 0 });
  const standing = await readStanding(ctx, draft);
  const payment = choosePayment(offeredTo(standing, settings.payments.options), draft, total);
  const recipientPhone =
    draft.gift?.recipient_phone && requirePhone(draft.gift.recipient_phone, shop.country, 'gift.recipient_phone');
  if (draft.delivery_type === 'pickup') await requirePlace(ctx, draft.location_id);
  const wish = wishOf(draft, basket);
  const isOverride = draft.override_reason !== null;
  const promised = await promiseOrder(ctx, { wish, slotId: draft.slot_id, isOverride });
  const proof = await requirePhoneProof(ctx, standing, {
    phone: draft.customer_phone,
    totalMinor: total,
    paymentMethod: payment.method,
    wantsCallBack: draft.call_back ?? false,
  });

  const placed = await callFunction(ctx, 'place_order', {
    order: {
      id: newId(),
      new_customer_id: newId(),
      customer_id: draft.customer_id,
      channel: draft.channel,
      customer_name: draft.customer_name,
      customer_phone: draft.customer_phone,
      customer_email: draft.customer_email,
      ...proof,
      locale: ctx.locale,
      payment_method: payment.method,
      delivery_type: draft.delivery_type,
      location_id: promised.locationId,
      zone_id: promised.zoneId,
      load_points: promised.loadPoints,
      override_reason: draft.override_reason,
      preferred_time: draft.preferred_time,
      delivery_address: draft.delivery_type === 'delivery' ? draft.delivery_address : null,
      special_instructions: draft.special_instructions,
      gift: draft.gift && { ...draft.gift, recipient_phone: recipientPhone },
      currency: shop.currency,
      prefix: shop.order_prefix,
      delivery_minor: deliveryMinor,
      adjustment_minor: 0,
      payment_due_at: paymentDueAt(payment, ctx.now, promised.slot?.startsAt ?? null),
      source: { ip_hash: ctx.addressHash ?? undefined, request_id: ctx.requestId },
      placed_at: ctx.now,
      placed_on: dayOf(ctx.now, shop.time_zone),
    },
    items: itemRows(basket, promised),
    slot: promised.slot && slotRow(promised.slot),
    promise_version: promised.version,
    override: isOverride,
    actor: actorRow(ctx),
    idempotency,
    cart_id: basket.cart?.id ?? null,
    cart_version: basket.cart?.version ?? null,
  }).catch(async (error: unknown) => {
    throw await explain(ctx, error, wish);
  });
  const { order_id: orderId, replayed } = resultShape.parse(placed);
  if (!replayed) {
    const slugs = new Set(basket.lines.map((line) => line.sellable.productSlug));
    const promise: Tag[] = promised.isScarce ? ['promise'] : [];
    ctx.expire(['stock', ...promise, ...[...slugs].map((slug): Tag => `product:${slug}`)]);
  }
  return { orderId, replayed };
}
