import 'server-only';
import { z } from 'zod';
import { actorRow, type Context, requireRole, type Tag } from '#lib/context';
import { callFunction, database, transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { fromMinor } from '#lib/money';
import { forgetRuleBook } from '#lib/promise/queries/rule-book';
import {
  type ChangeOrder,
  type ChangeOwnOrder,
  isContentsNamed,
  type OrderContents,
  type UpdateOrder,
} from '../change-input.ts';
import type { OrderDto } from '../output.ts';
import { type Agreed, readAgreed } from '../queries/agreed.ts';
import { findOwnOrder, readOrder } from '../queries/get-order.ts';
import { CHANGEABLE, mayCustomerChange, mayStaffChange } from '../rules/change.ts';
import { changeOrderStatus } from './move-order.ts';
import { acceptance } from './payments.ts';
import { type ChangePlan, planChange, planRow, planWords, wishOfPlan } from './plan-change.ts';
import { countKept, offerNext } from './plan-hand.ts';
import { tellingChanges } from './telling-changes.ts';

const LONGEST_NOTE = 500;
const ATTEMPTS = 3;

type Change = {
  change: OrderContents;
  version: number | null;
  isCustomer: boolean;
  reason: string | null;
  overrideReason: string | null;
  /** Confirms it where it is paid ahead and, for less, now all paid; not where a step of its own follows. */
  isAccepting: boolean;
  /** The total that the customer was shown, in minor units; null where nobody was. */
  totalSeenMinor: number | null;
};

/** As the customer, whoever holds the key: also a member of staff who opened the link. */
export const asCustomer = (ctx: Context): Context =>
  ctx.actor.kind === 'staff' || ctx.actor.kind === 'system' ? { ...ctx, actor: { kind: 'visitor' } } : ctx;

/** Throws ORD_003 once it can no longer be changed, REQ_002 for another version than the one that was looked at. */
export function requireChangeable(
  ctx: Context,
  agreed: Agreed,
  { isCustomer, version }: Pick<Change, 'isCustomer' | 'version'>,
): void {
  const { status, changeUntil } = agreed;
  const may = isCustomer
    ? mayCustomerChange({ status, changeUntil, hasSlot: agreed.slotId !== null }, ctx.now)
    : mayStaffChange(status);
  if (!may) throw new DomainError('ORD_003', { status, change_until: changeUntil });
  if (version !== null && version !== agreed.version) throw new DomainError('REQ_002', { version: agreed.version });
}

/** A refusal has ended it: nothing more can be asked, and nothing tried again. */
const isInTransaction = (ctx: Context): boolean => ctx.db !== database().db;

const changed = z.object({ order_id: z.uuid(), product_slugs: z.array(z.string()) });

async function commit(ctx: Context, agreed: Agreed, plan: ChangePlan, change: Change): Promise<Tag[]> {
  const { isCustomer, reason, overrideReason } = change;
  const words = await planWords(ctx, agreed, plan);
  const row = planRow(plan);
  const result = await callFunction(ctx, 'change_order', {
    ...row,
    order: { ...row.order, override_reason: overrideReason },
    order_id: agreed.id,
    version: agreed.version,
    statuses: isCustomer ? CHANGEABLE.customer : CHANGEABLE.staff,
    is_customer: isCustomer,
    override: overrideReason !== null,
    note: [words, ...(reason === null ? [] : [`Reason: ${reason}`])].filter(Boolean).join('. ').slice(0, LONGEST_NOTE),
    confirm: change.isAccepting ? acceptance(ctx) : null,
    actor: actorRow(ctx),
    now: ctx.now,
    request_id: ctx.requestId,
  }).catch(async (error: unknown) => {
    throw isInTransaction(ctx) ? error : await offerNext(ctx, countKept(error, plan.goods), wishOfPlan(agreed, plan));
  });
  return ['stock', 'promise', ...changed.parse(result).product_slugs.map((slug): Tag => `product:${slug}`)];
}

/**
 * Plans a change of what stands now and commits it; anew when what it was planned with has changed, as long as nobody
 * looked at that version or that price.
 */
async function change(ctx: Context, orderId: string, input: Change): Promise<void> {
  const { version, totalSeenMinor } = input;
  for (let attempt = 1; ; attempt += 1) {
    const agreed = await readAgreed(ctx, orderId);
    if (!agreed) throw new DomainError('DB_002');
    requireChangeable(ctx, agreed, input);
    const plan = await planChange(ctx, agreed, input.change, { isOverride: input.overrideReason !== null });
    if (plan.fields.length === 0) return;
    if (totalSeenMinor !== null && totalSeenMinor !== plan.totalMinor) {
      throw new DomainError('CART_002', { total: fromMinor(plan.totalMinor), total_seen: fromMinor(totalSeenMinor) });
    }
    try {
      ctx.expire(await commit(ctx, agreed, plan, input));
      return;
    } catch (error) {
      if (!(error instanceof DomainError) || attempt === ATTEMPTS || isInTransaction(ctx)) throw error;
      const isRules = error.code === 'REQ_002' && error.details.what === 'promise';
      if (isRules) forgetRuleBook();
      const isStale = error.code === 'REQ_002' && version === null;
      if (!isRules && !isStale && !(error.code === 'CART_002' && totalSeenMinor === null)) throw error;
    }
  }
}

const requireContents = (contents: OrderContents): void => {
  if (!isContentsNamed(contents)) throw ValidationError.of('', 'VAL_001', 'Say what to change.');
};

/**
 * The customer's own change of goods, slot, address or wishes, before the cut-off. Agreed pieces keep their price, pieces
 * on top cost what they cost today. Throws DB_002 (wrong key alike), ORD_003 (too late, or a later status), REQ_002,
 * VALIDATION_ERROR, STK_001, STK_002, SLOT_001, SLOT_002, SLOT_003, ZONE_001, ZONE_002, PAY_001, AUTH_004, CART_002
 * (another total than `totalSeenMinor`).
 */
export async function changeOwnOrder(
  ctx: Context,
  { order_number, version, ...contents }: ChangeOwnOrder,
  { key, totalSeenMinor = null }: { key: string | null; totalSeenMinor?: number | null },
): Promise<OrderDto> {
  // Open to everybody: the order's key, or the session of its owner, is the proof.
  const order = await findOwnOrder(ctx, { order_number, key });
  if (!order) throw new DomainError('DB_002');
  requireContents(contents);
  await change(asCustomer(ctx), order.id, {
    change: contents,
    version,
    isCustomer: true,
    reason: null,
    overrideReason: null,
    isAccepting: true,
    totalSeenMinor,
  });
  return readOrder(ctx, order.id, 'customer');
}

/**
 * The desk's change of an order that is not ready yet; `reason` stands in the timeline, `override_reason` promises what
 * the rules refuse. Throws what `changeOwnOrder` throws but AUTH_004.
 */
export async function changeOrder(
  ctx: Context,
  { order_id, version, reason, override_reason: overrideReason, ...contents }: ChangeOrder,
  { isAccepting = true }: { isAccepting?: boolean } = {},
): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  requireContents(contents);
  await tellingChanges(ctx, { order_id, version }, () =>
    change(ctx, order_id, {
      change: contents,
      version,
      isCustomer: false,
      reason: reason ?? overrideReason,
      overrideReason,
      isAccepting,
      totalSeenMinor: null,
    }),
  );
  return readOrder(ctx, order_id, 'desk');
}

/**
 * What PUT and PATCH of an order mean at the desk: what it holds, its status, or both together or not at all. Throws what
 * `changeOrder` and `changeOrderStatus` throw.
 */
export async function updateOrder(ctx: Context, { order_id, version, ...input }: UpdateOrder): Promise<OrderDto> {
  requireRole(ctx, 'staff');
  const { status, payment_status, payment_method, note, cancel_reason, stock, ...contents } = input;
  const steps = { order_id, status, payment_status, payment_method, note, cancel_reason, stock };
  const { reason: _, override_reason: __, ...named } = contents;
  const moves = status !== undefined || payment_status !== undefined;
  if (!isContentsNamed(named)) return changeOrderStatus(ctx, { ...steps, version });
  if (!moves) return changeOrder(ctx, { order_id, version, ...contents });
  const tags: Tag[] = [];
  const order = await tellingChanges(ctx, { order_id, version }, () =>
    transaction({ ...ctx, expire: (more: Tag[]) => void tags.push(...more) }, async (tx) => {
      await changeOrder(tx, { order_id, version, ...contents }, { isAccepting: false });
      return changeOrderStatus(tx, { ...steps, version: null });
    }),
  );
  ctx.expire(tags);
  return order;
}
