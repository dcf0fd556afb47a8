import 'server-only';
import { and, eq, gt } from 'drizzle-orm';
import { chatMessages, chatSessions } from '#db/schema/chat';
import { type Context, requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { answerTo } from '../queries/answer.ts';
import { intentOf, STAFF_IS_HERE_MS } from '../rules.ts';
import { appendMessage } from './append.ts';

/**
 * Answers a visitor's message by a rule, where one knows the answer, the shop wants it, and nobody of the staff is in
 * the talk. Once per message, however often it is asked to. True when it answered.
 */
export async function answerByRule(
  ctx: Context,
  { session_id, seq }: { session_id: string; seq: number },
): Promise<boolean> {
  requireRole(ctx, 'admin');
  const { chat } = await getSettings(ctx);
  if (!chat.answers) return false;
  const [asked] = await ctx.db
    .select({
      message: chatMessages.message,
      by: chatMessages.senderType,
      locale: chatSessions.locale,
      customerId: chatSessions.customerId,
      userId: chatSessions.userId,
    })
    .from(chatMessages)
    .innerJoin(chatSessions, eq(chatSessions.id, chatMessages.chatSessionId))
    .where(and(eq(chatMessages.chatSessionId, session_id), eq(chatMessages.seq, seq)));
  const intent = asked?.by === 'visitor' ? intentOf(asked.message) : null;
  if (!asked || intent === null || (await isStaffHere(ctx, session_id))) return false;
  const message = await answerTo(ctx, intent, asked);
  if (message === null) return false;
  try {
    const clientId = `rule:${seq}`;
    const { replayed } = await appendMessage(ctx, {
      sessionId: session_id,
      by: 'bot',
      senderId: null,
      message,
      clientId,
    });
    return !replayed;
  } catch (error) {
    // Blocked or forgotten since.
    if (error instanceof DomainError && (error.code === 'CHAT_001' || error.code === 'DB_002')) return false;
    throw error;
  }
}

async function isStaffHere(ctx: Context, sessionId: string): Promise<boolean> {
  const since = new Date(ctx.now.getTime() - STAFF_IS_HERE_MS);
  const [row] = await ctx.db
    .select({ id: chatMessages.id })
    .from(chatMessages)
    .where(
      and(eq(chatMessages.chatSessionId, sessionId), eq(chatMessages.senderType, 'staff'), gt(chatMessages.at, since)),
    )
    .limit(1);
  return row !== undefined;
}
