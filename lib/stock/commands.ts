import 'server-only';
import { getDefaultVariants } from '#lib/catalog/queries/sellables';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import type { AdjustStock } from './input.ts';
import { type AdjustedStock, adjustedStockOutput } from './output.ts';

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
  ctx.expire(['stock', `product:${adjusted.slug}`]);
  return adjusted;
}

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
