import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#lib/database';
import { DomainError } from '#lib/errors';
import journal from '../../drizzle/meta/_journal.json' with { type: 'json' };

/** Throws DB_001 until the database answers, its migrations are current and the shop has been loaded. */
export async function requireReady(): Promise<void> {
  const [row] = await database().db.execute<{ migrations: number; shop: boolean }>(sql`
    select (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      exists (select 1 from settings where key = 'shop') as shop`);
  const isMigrated = (row?.migrations ?? 0) >= journal.entries.length;
  const isLoaded = row?.shop === true;
  if (!isMigrated || !isLoaded) throw new DomainError('DB_001', { migrations: isMigrated, shop: isLoaded });
}
