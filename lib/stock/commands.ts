import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { getDefaultVariants } from '#lib/catalog/queries/sellables';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction, transaction } from '#lib/database';
import { DomainError, type FieldCodes, type FieldMessages, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { AdjustStock, SetPlans } from './input.ts';
import { type AdjustedStock, adjustedStockOutput, type PlansSet, plansSetOutput } from './output.ts';

/**
 * Sets or changes the stock of a variant by hand, with movement, audit and event in one statement. Throws DB_002,
 * STK_001 when it would fall below zero, STK_002 when this variant's stock is not counted, VALIDATION_ERROR when all
 * in all it would be too much.
 */
export async function adjustStock(ctx: Context, input: AdjustStock): Promise<AdjustedStock> {
  requireRole(ctx, 'staff');
  const variantId = input.variant_id ?? (await defaultVariantOf(ctx, input.product_id));
  const adjusted = adjustedStockOutput.parse(
    await callFunction(ctx, 'adjust_stock', {
      variant_id: variantId,
      quantity: input.stock_quantity,
      delta: input.delta,
      reason: input.reason ?? (input.delta === undefined ? 'count' : 'correction'),
      note: input.note || null,
      actor: actorRow(ctx),
      request_id: ctx.requestId,
    }).catch(atItsField),
  );
  expireOf(ctx, [adjusted]);
  return adjusted;
}

/** `promise` because by when these can be had stands on the pages of other products too, among the related ones. */
const expireOf = (ctx: Context, variants: readonly { slug: string }[]): void =>
  ctx.expire(['stock', 'promise', ...variants.map(({ slug }) => `product:${slug}` as const)]);

/** Only a change can sum up to too much: a new quantity is bounded where it comes in. */
function atItsField(error: unknown): never {
  if (error instanceof DomainError && error.code === 'VALIDATION_ERROR') {
    throw ValidationError.of('delta', 'VAL_003', 'That is too much.');
  }
  throw error;
}

async function defaultVariantOf(ctx: Context, productId: string | undefined): Promise<string> {
  const found = productId === undefined ? undefined : (await getDefaultVariants(ctx, [productId])).get(productId);
  if (found === undefined) throw new DomainError('DB_002');
  return found;
}

const setReply = plansSetOutput.extend({ variants: z.array(z.looseObject({ slug: z.string() })) });
const unknownVariants = z.object({ variant_ids: z.array(z.string()) });

/**
 * Sets weekly patterns and single days of production, all of it or nothing, with audit and events in one statement.
 * Days already planned by a changed pattern follow it, but never below what is sold; those that stay higher are
 * answered. Throws CONF_002 with `items` [{variant_id, on_date, planned, sold}] for numbers below what is sold,
 * STK_002 for variants that are not made per day, VALIDATION_ERROR for days that have passed and unknown variants.
 */
export async function setPlans(ctx: Context, input: SetPlans): Promise<PlansSet> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const today = dayOf(ctx.now, shop.time_zone);
  const passed = input.days.flatMap(({ on_date }, at) => (on_date < today ? [`days.${at}.on_date`] : []));
  if (passed.length > 0) throw wrong(passed, 'VAL_003', 'That day has passed.');
  const { variants, ...reply } = setReply.parse(
    await callFunction(ctx, 'set_production', {
      today,
      patterns: input.patterns,
      days: input.days.map(({ planned, ...day }) => ({ ...day, planned, resets: planned === null })),
      actor: actorRow(ctx),
      request_id: ctx.requestId,
    }).catch((error: unknown) => {
      throw unknownAtTheirFields(error, input);
    }),
  );
  if (variants.length > 0) expireOf(ctx, variants);
  return reply;
}

const wrong = (fields: string[], code: 'VAL_002' | 'VAL_003', message: string): ValidationError => {
  const messages: FieldMessages = Object.fromEntries(fields.map((field) => [field, [message]]));
  const codes: FieldCodes = Object.fromEntries(fields.map((field) => [field, [code]]));
  return new ValidationError(messages, codes);
};

/** In a list a variant that is unknown is a wrong value, not a missing address. */
function unknownAtTheirFields(error: unknown, { days, patterns }: SetPlans): unknown {
  if (!(error instanceof DomainError) || error.code !== 'DB_002') return error;
  const unknown = new Set(unknownVariants.parse(error.details).variant_ids);
  const named = (list: 'days' | 'patterns', entries: readonly { variant_id?: string }[]) =>
    entries.flatMap(({ variant_id }, at) =>
      variant_id !== undefined && unknown.has(variant_id) ? [`${list}.${at}.variant_id`] : [],
    );
  return wrong([...named('days', days), ...named('patterns', patterns)], 'VAL_002', 'There is no such variant.');
}

/**
 * For whoever looks after the machine, when something wrote past the shop and all numbers are right again: the difference
 * between the stock and its movements becomes a movement of its own. Answers at how many variants there was one.
 */
export async function settleStock(ctx: Context): Promise<number> {
  requireRole(ctx, 'admin');
  return transaction(ctx, async (tx) => {
    // In the order of ids, as orders lock them. What an order under way takes is seen by the statement after this one.
    await tx.db.execute(sql`
      select count(*) from (select id from product_variants where stock_mode = 'tracked' order by id
        for no key update) locked`);
    const settled = await tx.db.execute(sql`
      insert into stock_movements (id, variant_id, delta, reason, note, balance_after)
      select gen_random_uuid(), v.id, v.stock_quantity - coalesce(m.moved, 0), 'correction', 'Settled', v.stock_quantity
      from product_variants v
      left join (select variant_id, sum(delta) as moved from stock_movements where on_date is null group by variant_id) m
        on m.variant_id = v.id
      where v.stock_mode = 'tracked' and v.stock_quantity <> coalesce(m.moved, 0)
      returning variant_id`);
    return settled.length;
  });
}
