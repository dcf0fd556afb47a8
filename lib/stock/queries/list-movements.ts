import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import { products, productVariants } from '#db/schema/catalog';
import { orders } from '#db/schema/orders';
import { stockMovements as m } from '#db/schema/stock';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { EXACT_TOTAL, type Page, readCursor, writeCursor } from '#lib/paging';
import type { ListMovements } from '../input.ts';
import type { Movement } from '../output.ts';

/** For staff: what changed stock, newest first. Throws REQ_001 for a foreign cursor. */
export async function listMovements(ctx: Context, input: ListMovements): Promise<Page<Movement>> {
  requireRole(ctx, 'staff');
  const { page, limit } = input;
  const conditions: SQL[] = [];
  if (input.variant_id !== undefined) conditions.push(eq(m.variantId, input.variant_id));
  if (input.product_id !== undefined) {
    conditions.push(
      sql`${m.variantId} in (select id from product_variants where product_id = ${input.product_id}::uuid)`,
    );
  }
  if (input.reason !== undefined) conditions.push(eq(m.reason, input.reason));
  const at = input.cursor === undefined ? null : readCursor(input.cursor);
  if (input.cursor !== undefined && at === null) throw new DomainError('REQ_001', { parameter: 'cursor' });
  const after = at && sql`(${m.createdAt}, ${m.id}) < (${at.at}::timestamptz, ${at.id}::uuid)`;
  const [rows, [counted]] = await Promise.all([
    ctx.db
      .select({
        id: m.id,
        variantId: m.variantId,
        productId: productVariants.productId,
        productName: products.name,
        variantTitle: productVariants.title,
        sku: productVariants.sku,
        onDate: m.onDate,
        delta: m.delta,
        balanceAfter: m.balanceAfter,
        reason: m.reason,
        note: m.note,
        orderNumber: orders.orderNumber,
        user: users.name,
        createdAt: m.createdAt,
      })
      .from(m)
      .innerJoin(productVariants, eq(productVariants.id, m.variantId))
      .innerJoin(products, eq(products.id, productVariants.productId))
      .leftJoin(orders, eq(orders.id, m.orderId))
      .leftJoin(users, eq(users.id, m.userId))
      .where(and(...conditions, after ?? undefined))
      // As the index has it; nulls, which there are none of, would otherwise come first.
      .orderBy(sql`${m.createdAt} desc`, sql`${m.id} desc`)
      .limit(limit + 1)
      .offset(at ? 0 : (page - 1) * limit),
    ctx.db.select({ total: sql<number>`count(*)::int` }).from(
      ctx.db
        .select({ one: sql`1` })
        .from(m)
        .where(and(...conditions))
        .limit(EXACT_TOTAL + 1)
        .as('counted'),
    ),
  ]);
  const items = rows.slice(0, limit).map(toMovement);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const total = counted?.total ?? 0;
  return {
    items,
    page,
    limit,
    total,
    pages: Math.ceil(total / limit),
    total_exact: total <= EXACT_TOTAL,
    next_cursor: last ? writeCursor({ at: last.created_at, id: last.id }) : null,
  };
}

type Row = {
  id: string;
  variantId: string;
  productId: string;
  productName: string;
  variantTitle: string;
  sku: string | null;
  onDate: string | null;
  delta: number;
  balanceAfter: number;
  reason: Movement['reason'];
  note: string | null;
  orderNumber: string | null;
  user: string | null;
  createdAt: Date;
};

const toMovement = (row: Row): Movement => ({
  id: row.id,
  variant_id: row.variantId,
  product_id: row.productId,
  product_name: row.productName,
  variant_title: row.variantTitle,
  sku: row.sku,
  on_date: row.onDate,
  delta: row.delta,
  balance_after: row.balanceAfter,
  reason: row.reason,
  note: row.note,
  order_number: row.orderNumber,
  user: row.user,
  created_at: row.createdAt.toISOString(),
});
