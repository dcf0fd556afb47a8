import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { getSettings } from '#lib/settings/queries';
import { GUEST_MONTHS, idleBefore } from '../rules.ts';
import { erasePerson } from './erase.ts';

const BATCH = 100;
/** The work of one night; whoever is left comes the next. */
const A_NIGHT = 2000;
const SIGN_INS = 5000;

const forgotten = z.object({ forgotten: z.int() });

/** Guests of whom nothing was heard since, by id after `last`. Each is asked again under lock. */
async function listIdle(ctx: Context, before: Date, last: string): Promise<string[]> {
  const at = before.toISOString();
  const rows = await ctx.db.execute<{ id: string }>(sql`
    SELECT c.id FROM customers c
    WHERE c.id > ${last}::uuid AND c.anonymised_at IS NULL AND c.user_id IS NULL AND c.merged_into IS NULL
      AND greatest(c.created_at, c.updated_at) < ${at}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id
        AND (o.status NOT IN ('completed', 'cancelled')
          OR greatest(o.placed_at, o.slot_ends_at, o.completed_at, o.cancelled_at) >= ${at}::timestamptz))
    ORDER BY c.id LIMIT ${BATCH}`);
  return rows.map(({ id }) => id);
}

async function forgetSignIns(ctx: Context, before: Date): Promise<void> {
  for (;;) {
    const gone = forgotten.parse(await callFunction(ctx, 'forget_sign_ins', { before, limit: SIGN_INS }));
    if (gone.forgotten < SIGN_INS) return;
  }
}

/**
 * Takes guests out of the books of whom nothing was heard for as many months as the shop keeps them, one statement
 * each, and forgets who signed in before that. Answers how many people were forgotten.
 */
export async function anonymiseIdleGuests(ctx: Context): Promise<{ erased: number }> {
  requireRole(ctx, 'admin');
  const { privacy } = await getSettings(ctx);
  const before = idleBefore(ctx.now, privacy.guest_months ?? GUEST_MONTHS.usual);
  await forgetSignIns(ctx, before);
  if (privacy.guest_months === null) return { erased: 0 };
  let erased = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (let looked = 0; looked < A_NIGHT; looked += BATCH) {
    const found = await listIdle(ctx, before, last);
    for (const id of found) erased += (await erasePerson(ctx, id, before)).erased ? 1 : 0;
    last = found.at(-1) ?? last;
    if (found.length < BATCH) break;
  }
  return { erased };
}
