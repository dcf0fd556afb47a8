import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tag } from './context.ts';
import { database } from './database.ts';
import { log } from './log.ts';
import { runtime } from './runtime.ts';

/** Tags of writes that fall into one tick travel in one notice. */
const waiting = new Set<Tag>();
let isPlanned = false;

/** Every kept response has one of these. */
const EVERYTHING: Tag[] = ['catalog', 'stock', 'shop', 'content'];
const TICK_MS = 20;
/** The database is away for us alone, or its pooler is: the others may still hear, so they are told until they do. */
const AGAIN_MS = { first: 250, longest: 2000 };
let again = AGAIN_MS.first;

function planNotice(ms: number): void {
  if (isPlanned) return;
  isPlanned = true;
  // What was opened last is closed first: with the pool open by now, the last notice still leaves through it.
  database();
  runtime().shutdownHooks.add(tellOthers);
  setTimeout(tellOthers, ms).unref();
}

async function tellOthers(): Promise<void> {
  isPlanned = false;
  if (waiting.size === 0) return;
  const tags = [...waiting];
  waiting.clear();
  const batch = tags.join(',');
  // A notice carries at most 8000 bytes.
  const payload = batch.length > 7000 ? EVERYTHING.join(',') : batch;
  try {
    await database().db.execute(sql`select pg_notify('barrow_expire', ${payload})`);
    again = AGAIN_MS.first;
  } catch (err) {
    if (again === AGAIN_MS.first) log().warn({ err }, 'other processes were not told what expired; trying again');
    for (const tag of tags) waiting.add(tag);
    if (!runtime().isDraining) planNotice(again);
    again = Math.min(again * 2, AGAIN_MS.longest);
  }
}

/** Drops kept responses with these tags here at once, and in every other process by notice. Works from anywhere. */
export function expire(tags: Tag[]): void {
  runtime().keeper?.expire(tags);
  for (const tag of tags) waiting.add(tag);
  planNotice(TICK_MS);
}

/**
 * Called as a process starts: one that was killed just before, or was cut off, may have changed something and not told
 * the others.
 */
export function expireAfterStart(): void {
  expire(EVERYTHING);
}
