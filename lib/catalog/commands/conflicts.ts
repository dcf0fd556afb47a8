import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';
import { breaks } from '#lib/database';
import { DomainError } from '#lib/errors';
import { freeSlug, slugify } from '../rules.ts';

const FIELDS = {
  products_slug_key: 'slug',
  product_variants_sku_key: 'sku',
  categories_slug_key: 'slug',
  categories_name_key: 'name',
} as const;

/** Runs a write; a name, address or SKU that is taken becomes CONF_001 with the field it belongs to. */
export async function refuseDuplicates<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    for (const [constraint, field] of Object.entries(FIELDS)) {
      if (breaks(error, constraint)) throw new DomainError('CONF_001', { field }, { cause: error });
    }
    throw error;
  }
}

/** An address made from a name that no other record of the table has now. */
export async function freeSlugFor(ctx: Context, table: 'products' | 'categories', name: string): Promise<string> {
  const slug = slugify(name, table === 'products' ? 'product' : 'category');
  const rows = await ctx.db.execute<{ slug: string }>(sql`
    select slug from ${sql.raw(table)} where archived_at is null and (slug = ${slug} or slug like ${`${slug.slice(0, 110)}-%`})`);
  return freeSlug(slug, new Set([...rows].map((row) => row.slug)));
}
