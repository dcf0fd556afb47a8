import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { UNREAD_MS } from '../rules.ts';

const BATCH = 200;
const answer = z.object({ announced: z.int() });

/** Has everybody written to whom an answer, or a question, has waited for unread; once per message. Answers how many. */
export async function announceUnread(ctx: Context): Promise<number> {
  requireRole(ctx, 'admin');
  const before = new Date(ctx.now.getTime() - UNREAD_MS);
  return answer.parse(await callFunction(ctx, 'announce_unread_chats', { before, limit: BATCH })).announced;
}

/** Days after which a talk of somebody unknown is forgotten, and one in which nothing was ever said. */
const FORGET_DAYS = 365;
const EMPTY_DAYS = 2;
const AT_ONCE = 2000;

/** Forgets talks of visitors nobody knows a year after their last word, and those that never began. */
export async function sweepChats(ctx: Context): Promise<void> {
  requireRole(ctx, 'admin');
  const now = ctx.now.toISOString();
  for (;;) {
    const gone = await ctx.db.execute(sql`
      DELETE FROM chat_sessions WHERE id IN (
        SELECT id FROM chat_sessions
        WHERE (last_message_at < ${now}::timestamptz - make_interval(days => ${FORGET_DAYS}::int) AND customer_id IS NULL)
          OR (last_message_at IS NULL AND created_at < ${now}::timestamptz - make_interval(days => ${EMPTY_DAYS}::int))
        ORDER BY last_message_at LIMIT ${AT_ONCE}) RETURNING 1`);
    if (gone.length < AT_ONCE) return;
  }
}
