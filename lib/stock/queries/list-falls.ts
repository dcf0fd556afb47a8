import 'server-only';
import { sql } from 'drizzle-orm';
import { type Context, requireRole } from '#lib/context';

export type Fall = { variant_id: string; balance_after: number };

/**
 * For jobs: what fell to its threshold or below it in the very transaction of an event, by the order or the variant it is
 * about: of all sales exactly one crosses the line, so it is told once per fall.
 */
export async function listFalls(ctx: Context, { entity_id, at }: { entity_id: string; at: Date }): Promise<Fall[]> {
  requireRole(ctx, 'staff');
  return ctx.db.execute<Fall>(sql`
    SELECT m.variant_id, m.balance_after
    FROM stock_movements m JOIN product_variants v ON v.id = m.variant_id
    WHERE (m.order_id = ${entity_id}::uuid OR m.variant_id = ${entity_id}::uuid)
      AND m.created_at = ${at.toISOString()}::timestamptz AND m.on_date IS NULL AND v.stock_mode = 'tracked'
      AND m.balance_after <= v.low_stock_threshold AND m.balance_after - m.delta > v.low_stock_threshold
    ORDER BY m.variant_id`);
}
