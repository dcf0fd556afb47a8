import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { productVariants } from '#db/schema/catalog';
import { stockMovements } from '#db/schema/stock';
import { type Context, requireRole } from '#lib/context';
import { prepared } from '#lib/prepared';

export type Fall = { variant_id: string; balance_after: number };

const id = sql`${sql.placeholder('id')}::uuid`;
const falls = prepared((db) =>
  db
    .select({ variant_id: stockMovements.variantId, balance_after: stockMovements.balanceAfter })
    .from(stockMovements)
    .innerJoin(productVariants, eq(productVariants.id, stockMovements.variantId))
    .where(
      and(
        sql`(${stockMovements.orderId} = ${id} OR ${stockMovements.variantId} = ${id})`,
        sql`${stockMovements.createdAt} = ${sql.placeholder('at')}::timestamptz`,
        isNull(stockMovements.onDate),
        eq(productVariants.stockMode, 'tracked'),
        sql`${stockMovements.balanceAfter} <= ${productVariants.lowStockThreshold}`,
        sql`${stockMovements.balanceAfter} - ${stockMovements.delta} > ${productVariants.lowStockThreshold}`,
      ),
    )
    .orderBy(stockMovements.variantId)
    .prepare('stock_falls'),
);

/**
 * For jobs: what fell to its threshold or below it in the very transaction of an event, by the order or the variant it is
 * about: of all sales exactly one crosses the line, so it is told once per fall.
 */
export async function listFalls(ctx: Context, { entity_id, at }: { entity_id: string; at: Date }): Promise<Fall[]> {
  requireRole(ctx, 'staff');
  return falls(ctx.db).execute({ id: entity_id, at: at.toISOString() });
}
