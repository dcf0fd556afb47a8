import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tag } from './context.ts';
import { database } from './database.ts';
import { log } from './log.ts';
import { runtime } from './runtime.ts';

/** Tags of writes that fall into one tick travel in one notice. */
let waiting: Set<Tag> | null = null;

async function tellOthers(): Promise<void> {
  if (waiting === null) return;
  const batch = [...waiting].join(',');
  waiting = null;
  // A notice carries at most 8000 bytes; a batch that large means everything.
  const payload = batch.length > 7000 ? 'catalog,stock,shop,content' : batch;
  await database()
    .db.execute(sql`select pg_notify('barrow_expire', ${payload})`)
    .catch((error: unknown) => log().error({ err: error }, 'other processes were not told what expired'));
}

/** Drops kept responses with these tags here at once, and in every other process by notice. Works from anywhere. */
export function expire(tags: Tag[]): void {
  runtime().keeper?.expire(tags);
  if (waiting) {
    for (const tag of tags) waiting.add(tag);
    return;
  }
  waiting = new Set(tags);
  // What was opened last is closed first: with the pool open by now, the last notice still leaves through it.
  database();
  runtime().shutdownHooks.add(tellOthers);
  setTimeout(tellOthers, 20).unref();
}
