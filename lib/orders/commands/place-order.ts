import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '#db/schema/orders';
import { seal } from '#lib/auth/secrets';
import { type Context, isStaff } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { findFirstResult, type Idempotency } from '#lib/idempotency';
import { takeLimit } from '#lib/kv/limits';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import type { PlaceOrder } from '../input.ts';
import type { OrderDto } from '../output.ts';
import { readOrder } from '../queries/get-order.ts';
import { pathsTo } from '../rules.ts';
import { commitOrder, type Draft, requirePhone } from './commit-order.ts';
import { fillBasket } from './lines.ts';

/** What the doors know beside the body. */
export type PlaceOrderExtra = {
  cart_key?: string | null;
  idempotency?: Idempotency | null;
  /** `api` for callers with a credential of their own, `web` otherwise. */
  channel?: 'web' | 'api';
};

export type PlacedOrder = { order: OrderDto; replayed: boolean };

const HOUR_SECONDS = 60 * 60;
/** Phones cost nothing to make up, so one address may not go on with another one for ever. */
const ORDERS_PER_ADDRESS = { limit: 60, windowSeconds: HOUR_SECONDS };

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

/**
 * Confirms an order where the shop says so; one that must be paid first waits for its money. What failed between placing
 * and confirming is mended by whoever sends the request again.
 */
async function autoConfirm(ctx: Context, orderId: string): Promise<void> {
  const { checkout } = await getSettings(ctx);
  if (!checkout.auto_confirm) return;
  const [order] = await ctx.db
    .select({ status: orders.status, paymentDueAt: orders.paymentDueAt })
    .from(orders)
    .where(eq(orders.id, orderId));
  if (order?.status === 'pending' && order.paymentDueAt === null) await confirmItself(ctx, orderId);
}

const storedResult = z.object({ order_id: z.uuid() });

/**
 * The order that was placed under this key, or null. A repeated request may no longer pass the checks that come before
 * the statement (its cart is empty now), yet must get its first answer. Throws REQ_003 for another body.
 */
async function findReplay(ctx: Context, idempotency: Idempotency): Promise<string | null> {
  const result = await findFirstResult(ctx, idempotency);
  return result === null ? null : storedResult.parse(result).order_id;
}

/** The order that was placed under this key, as its customer sees it, or null. Throws REQ_003 for another body. */
export async function findFirstOrder(ctx: Context, idempotency: Idempotency): Promise<OrderDto | null> {
  // Open to everybody: the scope holds the secret of the one who asks.
  const orderId = await findReplay(ctx, idempotency);
  if (orderId === null) return null;
  await autoConfirm(ctx, orderId);
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
      await autoConfirm(ctx, placed.orderId);
      return placed;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'DB_001') throw error;
      const first = idempotency && (await findReplay(ctx, idempotency));
      if (first) {
        await autoConfirm(ctx, first);
        return { orderId: first, replayed: true };
      }
      const isStale = error.code === 'REQ_002' || (error.code === 'CART_002' && !hasSeenPrices);
      if (!isStale || attempt > 2) throw error;
    }
  }
}

/** Where orders go with an account, a phone that was proven is none. Throws AUTH_002 (`why`). */
export function requireAccount({ actor }: Context, identity: Settings['checkout']['identity']): void {
  if (identity !== 'account_required' || actor.kind === 'staff' || actor.kind === 'system') return;
  if (actor.kind !== 'customer' || actor.userId === null)
    throw new DomainError('AUTH_002', { why: 'account_required' });
}

/**
 * Places an order from `items`, or from the caller's cart without them, for a visitor or the signed-in customer.
 * Throws VALIDATION_ERROR, STK_001 and STK_002 (per item), SLOT_001, SLOT_002, SLOT_003 (with `next`), CART_001,
 * CART_002, ZONE_001, ZONE_002, PAY_001, AUTH_002 (`why`: the shop wants an account), AUTH_003 and AUTH_004 (see `requirePhoneProof`), REQ_003, REQ_004, RATE_001.
 * The same idempotency key answers the first order again.
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
    override_reason: null,
  };
  const { orderId, replayed } = await placeOnce(ctx, { idempotency, hasSeenPrices: items === undefined }, async () => {
    // Behind the first answer under a key: whoever has ordered and signed out since gets it again.
    requireAccount(ctx, checkout.identity);
    const basket = await fillBasket(ctx, { items, cartKey: extra.cart_key ?? null });
    await countOnce();
    return commitOrder(ctx, draft, basket, idempotency);
  });
  return { order: await readOrder(ctx, orderId, 'customer'), replayed };
}
