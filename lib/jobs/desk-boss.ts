import 'server-only';
import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { database } from '#lib/database';
import { log } from '#lib/log';

/**
 * pg-boss for one command of the desk: over the connections of this process, without workers, timers and migrations, so
 * that a server which does no background work (WORKER=off) can still change a queue by the calls made for it. Whoever
 * opens it stops it.
 */
export async function openDesk(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: fromDrizzle(database().db, sql),
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', (err) => log().error({ err }, 'the queue could not be changed'));
  await boss.start();
  return boss;
}
