import 'server-only';
import { sql } from 'drizzle-orm';
import { createCategory } from '#lib/catalog/commands';
import { createCategoryInput } from '#lib/catalog/input';
import type { Context } from '#lib/context';
import { parseInput } from '#lib/http/validation';

/** Categories by name and by address, in small letters; archived ones left out. */
export async function categoriesByWord(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.execute<{ id: string; name: string; slug: string }>(
    sql`select id, name, slug from categories where archived_at is null`,
  );
  // Names win over addresses.
  return new Map([
    ...[...rows].map(({ id, slug }) => [slug, id] as const),
    ...[...rows].map(({ id, name }) => [name.toLowerCase(), id] as const),
  ]);
}

/**
 * The category of this name, made where there is none, in the transaction of the row that needs it. Two rows that need the
 * same at once queue, so that the second finds what the first has made.
 */
export async function categoryFor(tx: Context, word: string): Promise<string> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${word.toLowerCase()}, 8))`);
  const known = (await categoriesByWord(tx)).get(word.toLowerCase());
  if (known !== undefined) return known;
  return (await createCategory(tx, parseInput(createCategoryInput, { name: word }))).id;
}
