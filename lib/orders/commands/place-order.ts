import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '#db/columns';
import type { Channel, PaymentMethod } from '#db/enums';
import { idempotencyKeys } from '#db/schema/auth';
import { orders } from '#db/schema/orders';
import { seal } from '#lib/auth/secrets';
import { actorRow, type Context, isStaff, type Tag } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import { parsePhone } from '#lib/phone';
import { priceDelivery } from '#lib/promise/queries';
import { listPickupPlaces } from '#lib/promise/queries/at-checkout';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { PlaceOrder } from '../input.ts';
import type { OrderDto } from '../output.ts';
import { readOrder } from '../queries/get-order.ts';
import { pathsTo, totalMinor } from '../rules.ts';
import { type Basket, fillBasket } from './lines.ts';

/** Claimed inside the statement that places the order; `hash` tells two requests under one key apart. */
export type Idempotency = { scope: string; key: string; hash: string };

/** What the doors know beside the body. */
export type PlaceOrderExtra = {
  cart_key?: string | null;
  idempotency?: Idempotency | null;
  /** `api` for callers with a credential of their own, `web` otherwise. */
  channel?: 'web' | 'api';
};

export type PlacedOrder = { order: OrderDto; replayed: boolean };

/** A phone as stored, or VALIDATION_ERROR at its field. */
export function requirePhone(typed: string, country: string, field: string): string {
  const phone = parsePhone(typed, country);
  if (phone === null) throw ValidationError.of(field, 'VAL_002', 'Enter a phone number of 10 to 15 digits.');
  return phone;
}

export type Draft = Omit<PlaceOrder, 'items' | 'customer_phone' | 'gift'> & {
  customer_id: string | null;
  customer_phone: string;
  gift: PlaceOrder['gift'];
  channel: Channel;
};

/** The chosen way to pay, or the first one offered. Throws PAY_001 when the shop does not offer it for this order. */
function choosePayment({ payments }: Settings, draft: Pick<Draft, 'payment_method' | 'delivery_type'>, total: number) {
  const offered = payments.options.filter(
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

/** Where it is collected. Throws VALIDATION_ERROR for a place that is not offered. */
async function pickupPlace(ctx: Context, wanted: string | null): Promise<string | null> {
  if (wanted === null) return null;
  const places = await listPickupPlaces(ctx);
  if (places.some(({ id }) => id === wanted)) return wanted;
  throw ValidationError.of('location_id', 'VAL_003', 'Choose one of the places offered.');
}

const HOUR = 60 * 60 * 1000;
const HOUR_SECONDS = 60 * 60;
/** Phones cost nothing to make up, so one address may not go on with another one for ever. */
const ORDERS_PER_ADDRESS = { limit: 60, windowSeconds: HOUR_SECONDS };
const resultShape = z.object({ order_id: z.uuid(), replayed: z.boolean() });

/** Prices the draft and places it in one statement. Everything an order could be refused for is refused here. */
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
  const delivery =
    draft.delivery_type === 'delivery'
      ? await priceDelivery(ctx, {
          postalCode: draft.delivery_address?.postal_code ?? null,
          subtotalMinor: basket.subtotalMinor,
        })
      : null;
  const deliveryMinor = delivery?.feeMinor ?? 0;
  const total = totalMinor({ subtotalMinor: basket.subtotalMinor, deliveryMinor, adjustmentMinor: 0 });
  const payment = choosePayment(settings, draft, total);
  const locationId =
    draft.delivery_type === 'pickup' ? await pickupPlace(ctx, draft.location_id) : (delivery?.zone?.locationId ?? null);
  const recipientPhone =
    draft.gift?.recipient_phone && requirePhone(draft.gift.recipient_phone, shop.country, 'gift.recipient_phone');

  const placed = await callFunction(ctx, 'place_order', {
    order: {
      id: newId(),
      new_customer_id: newId(),
      customer_id: draft.customer_id,
      channel: draft.channel,
      customer_name: draft.customer_name,
      customer_phone: draft.customer_phone,
      customer_email: draft.customer_email,
      locale: ctx.locale,
      payment_method: payment.method,
      delivery_type: draft.delivery_type,
      location_id: locationId,
      preferred_time: draft.preferred_time,
      delivery_address: draft.delivery_type === 'delivery' ? draft.delivery_address : null,
      special_instructions: draft.special_instructions,
      gift: draft.gift && { ...draft.gift, recipient_phone: recipientPhone },
      currency: shop.currency,
      prefix: shop.order_prefix,
      delivery_minor: deliveryMinor,
      adjustment_minor: 0,
      payment_due_at: payment.due_hours === null ? null : new Date(ctx.now.getTime() + payment.due_hours * HOUR),
      source: { ip_hash: ctx.addressHash ?? undefined, request_id: ctx.requestId },
      placed_at: ctx.now,
      placed_on: dayOf(ctx.now, shop.time_zone),
    },
    items: basket.lines.map(({ sellable, ...line }) => ({
      id: newId(),
      product_id: sellable.productId,
      variant_id: line.variantId,
      product_name: sellable.productName,
      variant_title: sellable.variantTitle,
      sku: sellable.sku,
      quantity: line.quantity,
      unit_price_minor: line.unitPriceMinor,
      on_date: line.onDate,
      note: line.note,
      allergens: sellable.allergens,
    })),
    actor: actorRow(ctx),
    idempotency,
    cart_id: basket.cart?.id ?? null,
    cart_version: basket.cart?.version ?? null,
  });
  const { order_id: orderId, replayed } = resultShape.parse(placed);
  if (!replayed) {
    const slugs = new Set(basket.lines.map((line) => line.sellable.productSlug));
    ctx.expire(['stock', ...[...slugs].map((slug): Tag => `product:${slug}`)]);
    if (checkout.auto_confirm) await confirmItself(ctx, orderId);
  }
  return { orderId, replayed };
}

async function confirmItself(ctx: Context, orderId: string): Promise<void> {
  try {
    await callFunction(ctx, 'move_order', {
      order_id: orderId,
      to: 'confirmed',
      paths: pathsTo('confirmed', 'system'),
      actor: { kind: 'system', id: null },
      now: ctx.now,
      request_id: ctx.requestId,
    });
  } catch (error) {
    // A repeat of the request, or the desk, was faster.
    if (!(error instanceof DomainError) || error.code !== 'ORD_002') throw error;
  }
}

/** What failed between placing an order and confirming it is mended by whoever sends the request again. */
async function confirmLate(ctx: Context, orderId: string): Promise<void> {
  const { checkout } = await getSettings(ctx);
  if (!checkout.auto_confirm) return;
  const [order] = await ctx.db.select({ status: orders.status }).from(orders).where(eq(orders.id, orderId));
  if (order?.status === 'pending') await confirmItself(ctx, orderId);
}

const storedResult = z.object({ order_id: z.uuid() });

/**
 * The order that was placed under this key, or null. A repeated request may no longer pass the checks that come before
 * the statement (its cart is empty now), yet must get its first answer. Throws REQ_003 for another body.
 */
async function findReplay(ctx: Context, { scope, key, hash }: Idempotency): Promise<string | null> {
  const [row] = await ctx.db
    .select({ requestHash: idempotencyKeys.requestHash, result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key), gt(idempotencyKeys.expiresAt, ctx.now)));
  if (!row) return null;
  if (row.requestHash !== hash) throw new DomainError('REQ_003');
  return storedResult.parse(row.result).order_id;
}

/** The order that was placed under this key, as its customer sees it, or null. Throws REQ_003 for another body. */
export async function findFirstOrder(ctx: Context, idempotency: Idempotency): Promise<OrderDto | null> {
  // Open to everybody: the scope holds the secret of the one who asks.
  const orderId = await findReplay(ctx, idempotency);
  if (orderId === null) return null;
  await confirmLate(ctx, orderId);
  return readOrder(ctx, orderId, 'customer');
}

/**
 * Runs `place`; when it is refused looks for a first answer under the key, and tries once more when what it had read
 * was already stale: a price (`hasSeenPrices` false: nobody was shown another) or the cart.
 */
export async function placeOnce(
  ctx: Context,
  { idempotency, hasSeenPrices }: { idempotency: Idempotency | null; hasSeenPrices: boolean },
  place: () => Promise<{ orderId: string; replayed: boolean }>,
): Promise<{ orderId: string; replayed: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const placed = await place();
      if (placed.replayed) await confirmLate(ctx, placed.orderId);
      return placed;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'DB_001') throw error;
      const first = idempotency && (await findReplay(ctx, idempotency));
      if (first) {
        await confirmLate(ctx, first);
        return { orderId: first, replayed: true };
      }
      const isStale = error.code === 'REQ_002' || (error.code === 'CART_002' && !hasSeenPrices);
      if (!isStale || attempt > 2) throw error;
    }
  }
}

/**
 * Places an order from `items`, or from the caller's cart without them, for a visitor or the signed-in customer.
 * Throws VALIDATION_ERROR, STK_001 and STK_002 (per item), CART_001, CART_002, ZONE_001, ZONE_002, PAY_001, REQ_003,
 * REQ_004, RATE_001. The same idempotency key answers the first order again.
 */
export async function placeOrder(ctx: Context, input: PlaceOrder, extra: PlaceOrderExtra = {}): Promise<PlacedOrder> {
  // Open to everybody: anyone may buy.
  const { shop, checkout } = await getSettings(ctx);
  const phone = requirePhone(input.customer_phone, shop.country, 'customer_phone');
  const idempotency = extra.idempotency ?? null;
  let isCounted = false;
  /** Once however often it is tried, after what is refused by itself; the first answer under a key is past counting. */
  const countOnce = async () => {
    if (isCounted) return;
    isCounted = true;
    // The address first: one that has used up its orders must not go on to use up other people's.
    if (ctx.addressHash && !isStaff(ctx)) {
      await takeLimit(ctx, { name: 'orders-address', subject: ctx.addressHash, ...ORDERS_PER_ADDRESS });
    }
    await takeLimit(ctx, {
      name: 'orders-phone',
      subject: seal('order-phone', phone),
      limit: checkout.orders_per_hour,
      windowSeconds: HOUR_SECONDS,
    });
  };
  const { items, ...rest } = input;
  const draft: Draft = {
    ...rest,
    customer_phone: phone,
    customer_id: ctx.actor.kind === 'customer' ? ctx.actor.customerId : null,
    channel: extra.channel ?? 'web',
  };
  const { orderId, replayed } = await placeOnce(ctx, { idempotency, hasSeenPrices: items === undefined }, async () => {
    const basket = await fillBasket(ctx, { items, cartKey: extra.cart_key ?? null });
    await countOnce();
    return commitOrder(ctx, draft, basket, idempotency);
  });
  return { order: await readOrder(ctx, orderId, 'customer'), replayed };
}
