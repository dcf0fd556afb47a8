import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from './context.ts';
import { breaks } from './database.ts';
import { DomainError } from './errors.ts';
import { freeSlug, slugify } from './slug.ts';

/**
 * For writes to tables with unique names: `refuseDuplicates(write)` runs one, and what is taken becomes CONF_001 with
 * the field of the broken constraint.
 */
export const duplicatesOf =
  (fields: Readonly<Record<string, string>>) =>
  async <T>(write: () => Promise<T>): Promise<T> => {
    try {
      return await write();
    } catch (error) {
      for (const [constraint, field] of Object.entries(fields)) {
        if (breaks(error, constraint)) throw new DomainError('CONF_001', { field }, { cause: error });
      }
      throw error;
    }
  };

/** Tables with addresses, what a record without Latin letters is called there, and the longest address. */
const ADDRESSED = {
  products: { fallback: 'product', longest: 120, isArchiveFree: true },
  categories: { fallback: 'category', longest: 120, isArchiveFree: true },
  // An archived page keeps its address: links to an imprint are printed on paper.
  pages: { fallback: 'page', longest: 100, isArchiveFree: false },
  // So do these: a link in a letter about a booking must not lead to another package some day.
  packages: { fallback: 'package', longest: 100, isArchiveFree: false },
  themes: { fallback: 'theme', longest: 100, isArchiveFree: false },
} as const;

/** An address made from a name that no other record of the table has now. */
export async function freeSlugFor(ctx: Context, table: keyof typeof ADDRESSED, name: string): Promise<string> {
  const { fallback, longest, isArchiveFree } = ADDRESSED[table];
  const slug = slugify(name, fallback, longest);
  const rows = await ctx.db.execute<{ slug: string }>(sql`
    select slug from ${sql.raw(table)} where ${isArchiveFree ? sql`archived_at is null and` : sql``}
      (slug = ${slug} or slug like ${`${slug.slice(0, longest - 10)}-%`})`);
  return freeSlug(slug, new Set([...rows].map((row) => row.slug)), longest);
}
