import 'server-only';
import { z } from 'zod';
import { newId } from '#db/columns';
import { orderEvents } from '#db/schema/orders';
import { recordAudit } from '#lib/audit/commands';
import { actorRow, type Context, requireRole, type Tag } from '#lib/context';
import { breaks, callFunction, transaction } from '#lib/database';
import { DomainError } from '#lib/errors';
import type { AddOrderNote, CancelOrder, CancelOwnOrder, ChangeStatus, MoveOrder, StepOrder } from '../input.ts';
import type { OrderDto } from '../output.ts';
import { findOwnOrder, readOrder } from '../queries/get-order.ts';
import { type Mover, pathsTo } from '../rules.ts';
import { paymentCall } from './payments.ts';
import { tellingChanges } from './telling-changes.ts';

function moverOf({ actor }: Context): Mover {
  if (actor.kind === 'staff') return actor.role;
  return actor.kind === 'system' ? 'system' : 'customer';
}

const moved = z.object({ order_id: z.uuid(), from: z.string(), to: z.string(), product_slugs: z.array(z.string()) });

type Walk = Pick<MoveOrder, 'order_id' | 'to' | 'note' | 'cancel_reason' | 'stock' | 'version'>;

/** One statement: walks the steps between, refuses the rest, writes timeline, audit and event, gives stock back. */
async function walk(ctx: Context, input: Walk): Promise<Tag[]> {
  const mover = moverOf(ctx);
  const result = await callFunction(ctx, 'move_order', {
    order_id: input.order_id,
    to: input.to,
    paths: pathsTo(input.to, mover),
    is_customer: mover === 'customer',
    actor: actorRow(ctx),
    note: input.note,
    cancel_reason: input.cancel_reason,
    stock: input.stock,
    version: input.version,
    now: ctx.now,
    request_id: ctx.requestId,
  });
  const { to, product_slugs: slugs } = moved.parse(result);
  if (to !== 'cancelled') return [];
  const stock: Tag[] = input.stock === 'waste' ? [] : ['stock', ...slugs.map((slug): Tag => `product:${slug}`)];
  // Its slot is free again either way.
  return ['promise', ...stock];
}

/**
 * Takes an order to any status its table of steps reaches, forward jumps included. Throws DB_002, REQ_002, ORD_002
 * (`from`, `to`). Cancelling gives the goods back to stock unless `stock` is `waste`.
 */
export async function moveOrder(ctx: Context, input: MoveOrder): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  const tags = await tellingChanges(ctx, input, () => walk(ctx, input));
  if (tags.length > 0) ctx.expire(tags);
  return readOrder(ctx, input.order_id, 'desk');
}

const step = (input: StepOrder, to: MoveOrder['to']): MoveOrder => ({ ...input, to, cancel_reason: null, stock: null });

/** Accepts a placed order. Throws DB_002, REQ_002, ORD_002. */
export async function confirmOrder(ctx: Context, input: StepOrder): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return moveOrder(ctx, step(input, 'confirmed'));
}

/** Begins to make it; also takes back a premature "ready". Throws DB_002, REQ_002, ORD_002. */
export async function startOrder(ctx: Context, input: StepOrder): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return moveOrder(ctx, step(input, 'processing'));
}

/** Waits for pickup or delivery; for an admin also takes back a completion of the last 24 hours. DB_002, REQ_002, ORD_002. */
export async function readyOrder(ctx: Context, input: StepOrder): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return moveOrder(ctx, step(input, 'ready'));
}

/** Handed over. Throws DB_002, REQ_002, ORD_002. */
export async function completeOrder(ctx: Context, input: StepOrder): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return moveOrder(ctx, step(input, 'completed'));
}

/** Cancels for the shop; once it is being made only an admin may. Throws DB_002, REQ_002, ORD_002. */
export async function cancelOrder(ctx: Context, input: CancelOrder): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  return moveOrder(ctx, { ...input, to: 'cancelled', note: input.cancel_reason });
}

/** The customer's own cancelling, as long as they may change the order. Throws DB_002 (wrong key alike), ORD_002. */
export async function cancelOwnOrder(
  ctx: Context,
  { order_number, cancel_reason }: CancelOwnOrder,
  { key }: { key: string | null },
): Promise<OrderDto> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const order = await findOwnOrder(ctx, { order_number, key });
  if (!order) throw new DomainError('DB_002');
  // Whoever holds the key acts as the customer, also a member of staff who opened the link.
  const asCustomer: Context = ctx.actor.kind === 'customer' ? ctx : { ...ctx, actor: { kind: 'visitor' } };
  const tags = await walk(asCustomer, {
    order_id: order.id,
    to: 'cancelled',
    note: cancel_reason,
    cancel_reason,
    stock: 'back',
    version: null,
  });
  ctx.expire(tags);
  return readOrder(ctx, order.id, 'customer');
}

/**
 * Sets what a form or an integrator calls "the status": a step of the order, or `payment_status: paid`, which records a
 * confirmed charge of what is due; both together or not at all. Throws PAY_001 for any other payment word, DB_002,
 * ORD_002, REQ_002.
 */
export async function changeOrderStatus(
  ctx: Context,
  { order_id, ...change }: ChangeStatus & { order_id: string },
): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  const { payment_status: payment } = change;
  if (payment !== undefined && payment !== 'paid') throw new DomainError('PAY_001', { payment_status: payment });
  const tags = await tellingChanges(ctx, { order_id, version: change.version }, () =>
    setStatuses(ctx, order_id, change),
  );
  if (tags.length > 0) ctx.expire(tags);
  return readOrder(ctx, order_id, 'desk');
}

const setStatuses = (ctx: Context, order_id: string, change: ChangeStatus): Promise<Tag[]> =>
  transaction(ctx, async (tx) => {
    // The money first: everywhere the figures of its day are locked before those of the order's day.
    const { status } = change;
    const isCharged = change.payment_status === 'paid' && (await chargeDue(tx, order_id, change));
    if (status === undefined) return [];
    return walk(tx, {
      order_id,
      to: status,
      note: change.note,
      cancel_reason: change.cancel_reason,
      stock: change.stock,
      // Recording the payment has judged the version, and raised it.
      version: isCharged ? null : change.version,
    });
  });

/** False when there is nothing to record because the order is paid. */
async function chargeDue(
  ctx: Context,
  orderId: string,
  { status, payment_method, note, version }: ChangeStatus,
): Promise<boolean> {
  const order = await readOrder(ctx, orderId, 'desk');
  if (order.payment_status === 'paid') return false;
  if (order.payment_status === 'refunded' || order.payment_status === 'partially_refunded') {
    throw new DomainError('PAY_001', { payment_status: order.payment_status });
  }
  const input = {
    order_id: orderId,
    amount: null,
    method: payment_method ?? null,
    reference: null,
    note: note?.slice(0, 200) ?? null,
    version,
  };
  const as = { kind: 'charge', accepts: status === undefined } as const;
  await callFunction(ctx, 'record_payment', await paymentCall(ctx, input, as, null));
  return true;
}

/** Adds an internal note to the timeline. Throws DB_002. */
export async function addOrderNote(ctx: Context, { order_id, note }: AddOrderNote): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  const actor = actorRow(ctx);
  try {
    await transaction(ctx, async (tx) => {
      await tx.db.insert(orderEvents).values({
        id: newId(),
        orderId: order_id,
        axis: 'note',
        actorKind: actor.kind,
        actorId: actor.id,
        note,
      });
      await recordAudit(tx, { action: 'order.noted', entity: 'order', entityId: order_id });
    });
  } catch (error) {
    if (breaks(error, 'order_events_order_id_orders_id_fk')) throw new DomainError('DB_002', {}, { cause: error });
    throw error;
  }
  return readOrder(ctx, order_id, 'desk');
}
