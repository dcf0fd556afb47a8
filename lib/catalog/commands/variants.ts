import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import type { StockReason } from '#db/enums';
import { productVariants as variants } from '#db/schema/catalog';
import { actorRow, type Context } from '#lib/context';
import { breaks, callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';
import type { VariantInput } from '../input.ts';

/** The variants of a product, written in the transaction of the product. */

type Known = { id: string; stockMode: string; archivedAt: Date | null };
type Fields = Partial<VariantInput>;

const toColumns = (input: Fields) => ({
  ...(input.sku !== undefined && { sku: input.sku }),
  ...(input.title !== undefined && { title: input.title }),
  ...(input.price !== undefined && { priceMinor: input.price }),
  ...(input.stock_mode !== undefined && { stockMode: input.stock_mode }),
  ...(input.low_stock_threshold !== undefined && { lowStockThreshold: input.low_stock_threshold }),
  ...(input.load_points !== undefined && { loadPoints: input.load_points }),
  ...(input.net_quantity !== undefined && { netQuantity: input.net_quantity }),
  ...(input.net_unit !== undefined && { netUnit: input.net_unit }),
});

/** Through the one function that changes stock, so that movement, audit and event are never forgotten. */
async function setStock(tx: Context, variantId: string, quantity: number, reason: StockReason): Promise<void> {
  await callFunction(tx, 'adjust_stock', {
    variant_id: variantId,
    quantity,
    reason,
    actor: actorRow(tx),
    request_id: tx.requestId,
  });
}

/** Through the one function that changes plans, for the same reason. The caller has locked the variant. */
async function setWeeklyPlan(tx: Context, variantId: string, weeklyPlan: readonly number[]): Promise<void> {
  const { shop } = await getSettings(tx);
  await callFunction(tx, 'set_production', {
    today: dayOf(tx.now, shop.time_zone),
    patterns: weeklyPlan.map((planned, at) => ({ variant_id: variantId, weekday: at + 1, planned })),
    actor: actorRow(tx),
    request_id: tx.requestId,
  });
}

/** In the order of ids, as orders lock them: an edit and an order queue instead of deadlocking. */
const lockVariants = (tx: Context, productId: string): Promise<Known[]> =>
  tx.db
    .select({ id: variants.id, stockMode: variants.stockMode, archivedAt: variants.archivedAt })
    .from(variants)
    .where(eq(variants.productId, productId))
    .orderBy(variants.id)
    .for('no key update');

async function addVariant(tx: Context, productId: string, input: VariantInput, position: number): Promise<void> {
  const id = newId();
  await tx.db.insert(variants).values({ ...toColumns(input), id, productId, priceMinor: input.price, position });
  if ((input.stock_mode ?? 'tracked') === 'tracked' && (input.stock_quantity ?? 0) > 0) {
    await setStock(tx, id, input.stock_quantity ?? 0, 'receive');
  }
  if (input.weekly_plan !== undefined) await setWeeklyPlan(tx, id, input.weekly_plan);
}

async function changeVariant(tx: Context, known: Known, input: Fields, more: { position?: number; archivedAt?: null }) {
  const columns = { ...toColumns(input), ...more };
  if (Object.keys(columns).length > 0) await tx.db.update(variants).set(columns).where(eq(variants.id, known.id));
  if (input.stock_quantity !== undefined && (input.stock_mode ?? known.stockMode) === 'tracked') {
    await setStock(tx, known.id, input.stock_quantity, 'count');
  }
  if (input.weekly_plan !== undefined) await setWeeklyPlan(tx, known.id, input.weekly_plan);
}

/** Of several SKUs the one that is taken must be told. */
async function inPlace<T>(at: number, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!breaks(error, 'product_variants_sku_key')) throw error;
    throw new DomainError('CONF_001', { field: 'sku', variant: at }, { cause: error });
  }
}

/** Makes `list` the variants of the product, in this order: adds, changes, brings back, and archives what is missing. */
export async function writeVariants(tx: Context, productId: string, list: readonly VariantInput[]): Promise<void> {
  const known = new Map((await lockVariants(tx, productId)).map((variant) => [variant.id, variant]));
  const named = new Set(list.map((variant) => variant.id));
  for (const { id, archivedAt } of known.values()) {
    if (!named.has(id) && archivedAt === null) {
      await tx.db.update(variants).set({ archivedAt: tx.now }).where(eq(variants.id, id));
    }
  }
  for (const [at, input] of list.entries()) {
    const mode = input.stock_mode ?? known.get(input.id ?? '')?.stockMode ?? 'tracked';
    if (input.weekly_plan !== undefined && mode !== 'per_date') {
      throw ValidationError.of(`variants.${at}.weekly_plan`, 'VAL_002', 'Only what is made per day has a weekly plan.');
    }
    if (input.id === undefined) {
      await inPlace(at, () => addVariant(tx, productId, input, at + 1));
      continue;
    }
    const mine = known.get(input.id);
    if (!mine) throw ValidationError.of(`variants.${at}.id`, 'VAL_002', 'That variant is not of this product.');
    // Named twice, the second would silently win.
    known.delete(input.id);
    await inPlace(at, () => changeVariant(tx, mine, input, { position: at + 1, archivedAt: null }));
  }
}

/** Changes the variant that gives the product its price. */
export async function writeDefaultVariant(tx: Context, productId: string, input: Fields): Promise<void> {
  await lockVariants(tx, productId);
  const [first] = await tx.db
    .select({ id: variants.id, stockMode: variants.stockMode, archivedAt: variants.archivedAt })
    .from(variants)
    .where(sql`${variants.productId} = ${productId}::uuid and ${variants.archivedAt} is null`)
    .orderBy(variants.position, variants.id)
    .limit(1);
  if (first) await changeVariant(tx, first, input, {});
}
