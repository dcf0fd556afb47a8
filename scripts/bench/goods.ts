import postgres from 'postgres';
import type { Stage } from './stage.ts';

export type Goods = { slug: string; variantId: string; slotIds: string[] };

/** Something that is always there, and the times it can be had, the next first: what is measured is not running out. */
export async function endlessGoods({ url, databaseUrl }: Stage): Promise<Goods> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [product] = await sql<{ slug: string; id: string }[]>`
      select p.slug, v.id from products p join product_variants v on v.product_id = p.id
      where p.active and p.archived_at is null and v.archived_at is null and v.stock_mode = 'tracked' limit 1`;
    if (!product) throw new Error('the shop has no product');
    await sql`update product_variants set stock_quantity = 2000000000 where id = ${product.id}`;
    await sql`update opening_rules set capacity_orders = null, capacity_load = null`;
    const offered: { data: { id: string; reason: string | null }[] } = await (
      await fetch(`${url}/api/slots?items=${product.id}:1`)
    ).json();
    const slotIds = offered.data.flatMap(({ id, reason }) => (reason === null ? [id] : []));
    return { slug: product.slug, variantId: product.id, slotIds };
  } finally {
    await sql.end();
  }
}
