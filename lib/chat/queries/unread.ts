import 'server-only';
import { and, asc, eq, gt } from 'drizzle-orm';
import { chatMessages, chatSessions } from '#db/schema/chat';
import { type Context, requireRole } from '#lib/context';
import { chatUrl } from '../link.ts';

export type UnreadChat = {
  id: string;
  visitorName: string;
  visitorEmail: string | null;
  locale: string;
  /** What is to be repeated in the letter, oldest first. */
  messages: string[];
  /** Goes on with the talk, for its visitor only. */
  link: string;
};

const MOST = 20;

/** For the letter about it: what staff, or the visitor, wrote after a number; null when the talk is gone. */
export async function getUnreadOfChat(
  ctx: Context,
  { session_id, by, after }: { session_id: string; by: 'staff' | 'visitor'; after: number },
): Promise<UnreadChat | null> {
  requireRole(ctx, 'admin');
  const [row] = await ctx.db.select().from(chatSessions).where(eq(chatSessions.id, session_id));
  if (!row) return null;
  const said = await ctx.db
    .select({ message: chatMessages.message })
    .from(chatMessages)
    .where(
      and(eq(chatMessages.chatSessionId, session_id), eq(chatMessages.senderType, by), gt(chatMessages.seq, after)),
    )
    .orderBy(asc(chatMessages.seq))
    .limit(MOST);
  return {
    id: row.id,
    visitorName: row.visitorName,
    visitorEmail: row.visitorEmail,
    locale: row.locale,
    messages: said.map(({ message }) => message),
    link: chatUrl(row),
  };
}
