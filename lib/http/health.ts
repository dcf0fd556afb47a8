import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { database } from '#lib/database';
import { DomainError } from '#lib/errors';
import journal from '../../drizzle/meta/_journal.json' with { type: 'json' };

/** How many migrations the database has seen and how many this version knows, and whether a shop is loaded. */
export async function readSchemaState(db: Db): Promise<{ applied: number; known: number; isLoaded: boolean }> {
  const [row] = await db.execute<{ migrations: number; shop: boolean }>(sql`
    select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      exists (select 1 from settings where key = 'shop') as shop`);
  return { applied: row?.migrations ?? 0, known: journal.entries.length, isLoaded: row?.shop === true };
}

/** Throws DB_001 until the database answers, its migrations are current and the shop has been loaded. */
export async function requireReady(): Promise<void> {
  const { applied, known, isLoaded } = await readSchemaState(database().db);
  const isMigrated = applied >= known;
  if (!isMigrated || !isLoaded) throw new DomainError('DB_001', { migrations: isMigrated, shop: isLoaded });
}
