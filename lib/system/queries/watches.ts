import 'server-only';
import { z } from 'zod';
import type { AlarmName } from '#db/enums';
import { watches } from '#db/schema/system';
import { type Context, requireRole } from '#lib/context';
import type { Facts } from '../watch-rules.ts';

export type Watch = { name: AlarmName; checked_at: string; raised_at: string | null; facts: Facts };

const facts = z.record(z.string(), z.union([z.number(), z.string(), z.null()])).catch({});

/** For admins: what was last seen of each promise that is watched. */
export async function getWatches(ctx: Context): Promise<Watch[]> {
  requireRole(ctx, 'admin');
  const rows = await ctx.db.select().from(watches).orderBy(watches.raisedAt, watches.name);
  return rows.map(({ name, checkedAt, raisedAt, facts: stored }) => ({
    name,
    checked_at: checkedAt.toISOString(),
    raised_at: raisedAt?.toISOString() ?? null,
    facts: facts.parse(stored),
  }));
}
