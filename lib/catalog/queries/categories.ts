import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { requireRole } from '#lib/context';
import { storedPicture } from '#lib/media/rows';
import { type StoredPicture, toImage } from '#lib/media/urls';
import type { Page } from '#lib/paging';
import { isAddress, isUuid } from '#lib/slug';
import type { Category, DeskCategory } from '../output.ts';
import { categoriesIn } from './in-language.ts';
import { toPage } from './page-of.ts';
import { c } from './product-rows.ts';

const MOST = 500;

const columns = (counted: 'products' | 'on_sale') => ({
  id: c.id,
  slug: c.slug,
  name: c.name,
  description: c.description,
  displayOrder: c.displayOrder,
  active: c.active,
  isBuiltIn: c.isBuiltIn,
  archivedAt: c.archivedAt,
  createdAt: c.createdAt,
  updatedAt: c.updatedAt,
  image: sql<StoredPicture | null>`(
    select ${storedPicture(sql`m.id`)}
    from media m where m.id = c.media_id)`,
  productCount: sql<number>`(
    select coalesce(sum(k.${sql.raw(counted)}), 0)::int from category_counts k where k.category_id = c.id)`,
});

type Row = {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  displayOrder: number;
  active: boolean;
  isBuiltIn: boolean;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  image: StoredPicture | null;
  productCount: number;
};

function toCategory(row: Row): Category {
  const image = row.image === null ? null : toImage(row.image);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    display_order: row.displayOrder,
    active: row.active,
    image,
    image_url: image?.url ?? null,
    product_count: row.productCount,
  };
}

const isOpen = sql`c.active and c.archived_at is null`;

/** The categories on show in their order, each with how many products are on sale in it. */
export async function listCategories(ctx: Context): Promise<Page<Category>> {
  const rows = await ctx.db
    .select(columns('on_sale'))
    .from(c)
    .where(isOpen)
    .orderBy(c.displayOrder, c.name)
    .limit(MOST);
  const items = await categoriesIn(ctx, rows.map(toCategory));
  return toPage(items, 1, MOST, { total: rows.length, total_exact: true }, null);
}

/** One category on show by its id or slug, or null. */
export async function getCategory(ctx: Context, idOrSlug: string): Promise<Category | null> {
  if (!isAddress(idOrSlug)) return null;
  const wanted = isUuid(idOrSlug) ? sql`c.id = ${idOrSlug}::uuid` : sql`c.slug = ${idOrSlug}`;
  const [row] = await ctx.db.select(columns('on_sale')).from(c).where(sql`${wanted} and ${isOpen}`);
  const [found] = row ? await categoriesIn(ctx, [toCategory(row)]) : [];
  return found ?? null;
}

const toDeskCategory = (row: Row): DeskCategory => ({
  ...toCategory(row),
  is_built_in: row.isBuiltIn,
  archived_at: row.archivedAt?.toISOString() ?? null,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

/** For staff: all categories, hidden ones too, archived ones on demand; counted are products that are not archived. */
export async function listDeskCategories(
  ctx: Context,
  { archived = false }: { archived?: boolean } = {},
): Promise<Page<DeskCategory>> {
  requireRole(ctx, 'staff');
  const rows = await ctx.db
    .select(columns('products'))
    .from(c)
    .where(archived ? sql`c.archived_at is not null` : sql`c.archived_at is null`)
    .orderBy(c.displayOrder, c.name)
    .limit(MOST);
  return toPage(rows.map(toDeskCategory), 1, MOST, { total: rows.length, total_exact: true }, null);
}

/** For staff: one category, archived or not, or null. */
export async function getDeskCategory(ctx: Context, id: string): Promise<DeskCategory | null> {
  requireRole(ctx, 'staff');
  const [row] = await ctx.db.select(columns('products')).from(c).where(sql`c.id = ${id}::uuid`);
  return row ? toDeskCategory(row) : null;
}
