import 'server-only';
import { sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { database } from '#lib/database';
import { DomainError } from '#lib/errors';
import { KNOWN_MIGRATIONS, migrationMadeAt } from '#lib/version';

/** `newest`: the name of the last migration the database has seen, null when this version does not know it. */
export type SchemaState = { applied: number; known: number; newest: string | null; isLoaded: boolean };

/** Which migrations the database has seen and how many this version knows, and whether a shop is loaded. */
export async function readSchemaState(db: Db): Promise<SchemaState> {
  const [row] = await db.execute<{ migrations: number; newest: string | null; shop: boolean }>(sql`
    select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      (select created_at::text from drizzle.__drizzle_migrations order by created_at desc limit 1) as newest,
      exists (select 1 from settings where key = 'shop') as shop`);
  return {
    applied: row?.migrations ?? 0,
    known: KNOWN_MIGRATIONS,
    newest: migrationMadeAt(Number(row?.newest)),
    isLoaded: row?.shop === true,
  };
}

/** Throws DB_001 until the database answers, its migrations are current and the shop has been loaded. */
export async function requireReady(): Promise<void> {
  const { applied, known, isLoaded } = await readSchemaState(database().db);
  const isMigrated = applied >= known;
  if (!isMigrated || !isLoaded) throw new DomainError('DB_001', { migrations: isMigrated, shop: isLoaded });
}
