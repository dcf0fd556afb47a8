import 'server-only';
import { and, eq, gt, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { optionOf, remindAt } from '../rules/deadline.ts';
import { moveOrder } from './move-order.ts';

const BATCH = 200;
/** What the customer and the desk read as the reason of the cancellation. */
const NOT_PAID = 'It was not paid in time.';

const waiting = {
  id: orders.id,
  version: orders.version,
  paymentMethod: orders.paymentMethod,
  deliveryType: orders.deliveryType,
  placedAt: orders.placedAt,
  dueAt: orders.paymentDueAt,
};

/** Pending orders with a deadline that nobody has paid or claimed, in the order of their deadlines. */
async function* unpaidOrders(ctx: Context, where: SQL) {
  for (let after: { dueAt: Date; id: string } | null = null; ; ) {
    const beyond: SQL | undefined = after
      ? sql`(${orders.paymentDueAt}, ${orders.id}) > (${after.dueAt.toISOString()}::timestamptz, ${after.id}::uuid)`
      : undefined;
    const rows = await ctx.db
      .select(waiting)
      .from(orders)
      .where(
        and(
          eq(orders.status, 'pending'),
          eq(orders.paymentStatus, 'unpaid'),
          isNotNull(orders.paymentDueAt),
          where,
          beyond,
        ),
      )
      .orderBy(orders.paymentDueAt, orders.id)
      .limit(BATCH);
    const known = rows.flatMap(({ dueAt, ...row }) => (dueAt === null ? [] : [{ ...row, dueAt }]));
    yield known;
    after = known.at(-1) ?? null;
    if (rows.length < BATCH || after === null) return;
  }
}

/** Somebody paid, claimed, confirmed or cancelled it since it was read, or another worker was faster. */
const hasMoved = (error: unknown): boolean =>
  error instanceof DomainError && ['REQ_002', 'ORD_002', 'DB_002'].includes(error.code);

/**
 * Cancels every pending order whose deadline has passed and that nobody has paid or claimed, unless its way to pay keeps
 * unpaid orders: stock and slot are free again, the timeline says why. Answers how many. For any number of workers at
 * once: the version of an order lets only the first through.
 */
export async function releaseUnpaidOrders(ctx: Context): Promise<number> {
  requireRole(ctx, 'staff');
  const { options } = (await getSettings(ctx)).payments;
  const failures: unknown[] = [];
  let released = 0;
  for await (const batch of unpaidOrders(ctx, lte(orders.paymentDueAt, ctx.now))) {
    for (const { id, version, ...order } of batch) {
      if (optionOf(options, order)?.release_unpaid === false) continue;
      try {
        await moveOrder(ctx, {
          order_id: id,
          to: 'cancelled',
          note: NOT_PAID,
          cancel_reason: NOT_PAID,
          stock: 'back',
          version,
        });
        released += 1;
      } catch (error) {
        // One that cannot be released must not keep the others.
        if (!hasMoved(error)) failures.push(error);
      }
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some unpaid orders could not be released');
  return released;
}

const reminded = z.object({ reminded: z.int() });

/**
 * Says `payment.due` (order id and number, `due_minor`, `payment_due_at`) once for every pending order whose reminder time
 * has come and that nobody has paid or claimed. Answers for how many. For any number of workers at once.
 */
export async function remindUnpaidOrders(ctx: Context): Promise<number> {
  requireRole(ctx, 'staff');
  const { options } = (await getSettings(ctx)).payments;
  const longest = Math.max(0, ...options.map(({ remind_hours }) => remind_hours ?? 0));
  if (longest === 0) return 0;
  const horizon = new Date(ctx.now.getTime() + longest * 60 * 60 * 1000);
  const notReminded = sql`NOT EXISTS (
    SELECT 1 FROM order_events e WHERE e.order_id = ${orders.id} AND e.axis = 'payment' AND e.to_status = 'reminded')`;
  const inTime = and(gt(orders.paymentDueAt, ctx.now), lte(orders.paymentDueAt, horizon), notReminded);
  let count = 0;
  for await (const batch of unpaidOrders(ctx, inTime ?? notReminded)) {
    const ids = batch.flatMap(({ id, placedAt, dueAt, ...order }) => {
      const option = optionOf(options, order);
      const at = option && remindAt(option, placedAt, dueAt);
      return at !== null && at <= ctx.now ? [id] : [];
    });
    if (ids.length === 0) continue;
    const result = await callFunction(ctx, 'remind_unpaid', { order_ids: ids, now: ctx.now });
    count += reminded.parse(result).reminded;
  }
  return count;
}
