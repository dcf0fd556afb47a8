import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import { products, productVariants } from '#db/schema/catalog';
import { orders } from '#db/schema/orders';
import { stockMovements as m } from '#db/schema/stock';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { type Page, pageOf, placeOf } from '#lib/paging';
import type { ListMovements } from '../input.ts';
import type { Movement } from '../output.ts';

type Cut = { conditions: readonly SQL[]; productId: string | undefined; limit: number; offset: number };

/**
 * Ids of a page. For a product each of its variants is walked by itself: all of them together have no order in the index,
 * and what sells every day has very many movements.
 */
function pageOfIds({ conditions, productId, limit, offset }: Cut): SQL {
  const sorted = sql`order by m.created_at desc, m.id desc`;
  const where = sql.join([sql`true`, ...conditions], sql` and `);
  if (productId === undefined) {
    return sql`select m.id from stock_movements m where ${where} ${sorted} limit ${limit} offset ${offset}`;
  }
  return sql`select m.id from product_variants v cross join lateral (
      select m.id, m.created_at from stock_movements m where m.variant_id = v.id and ${where} ${sorted} limit ${limit + offset}) m
    where v.product_id = ${productId}::uuid ${sorted} limit ${limit} offset ${offset}`;
}

/** For staff: what changed stock, newest first. Throws REQ_001 for a foreign cursor. */
export async function listMovements(ctx: Context, input: ListMovements): Promise<Page<Movement>> {
  requireRole(ctx, 'staff');
  const { page, limit, product_id: productId } = input;
  const conditions: SQL[] = [];
  if (input.variant_id !== undefined) conditions.push(sql`m.variant_id = ${input.variant_id}::uuid`);
  if (input.reason !== undefined) conditions.push(sql`m.reason = ${input.reason}`);
  const from = placeOf(input.cursor);
  const after = from ? [sql`(m.created_at, m.id) < (${from.at}::timestamptz, ${from.id}::uuid)`] : [];
  const ofProduct =
    productId === undefined
      ? []
      : [sql`m.variant_id in (select id from product_variants where product_id = ${productId}::uuid)`];
  const offset = from ? 0 : (page - 1) * limit;
  const ids = pageOfIds({ conditions: [...conditions, ...after], productId, limit: limit + 1, offset });
  const [rows, total] = await Promise.all([
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
      .where(sql`${m.id} in (${ids})`)
      .orderBy(sql`${m.createdAt} desc, ${m.id} desc`),
    countUpTo(ctx, sql`stock_movements m where ${sql.join([sql`true`, ...conditions, ...ofProduct], sql` and `)}`),
  ]);
  const placeOfRow = ({ createdAt, id }: Row) => ({ at: createdAt, id });
  return pageOf(rows, { page, limit, ...total }, { toDto: toMovement, placeOfRow });
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
