import 'server-only';
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { chatMessages, chatSessions } from '#db/schema/chat';
import { hashSecret } from '#lib/auth/secrets';
import type { Context } from '#lib/context';
import type { ChatKey } from '../input.ts';
import { isLinkKey, talkOfLinkKey } from '../link.ts';
import type { ChatMessageDto, ChatSessionDto, ChatViewDto } from '../output.ts';
import { messageColumns, sessionColumns, toMessage, toSession } from './columns.ts';

/** What a browser shows of a long talk at first. */
const SHOWN = 100;

/** The talk behind a key; null when there is none. */
export async function findOwnChat(ctx: Context, { chat_key }: ChatKey): Promise<ChatSessionDto | null> {
  // Open to everybody: the key is the proof.
  if (!chat_key) return null;
  const linked = talkOfLinkKey(chat_key);
  const [row] = await ctx.db
    .select({ ...sessionColumns, linkVersion: chatSessions.linkVersion })
    .from(chatSessions)
    .where(linked === null ? eq(chatSessions.sessionHash, hashSecret(chat_key)) : eq(chatSessions.id, linked));
  if (!row || (linked !== null && !isLinkKey(chat_key, row))) return null;
  return toSession(row);
}

/** Messages after a number, oldest first; of a long talk the newest hundred. */
export async function messagesAfter(ctx: Context, sessionId: string, after: number): Promise<ChatMessageDto[]> {
  // Open to whoever has found the session.
  const rows = await ctx.db
    .select(messageColumns)
    .from(chatMessages)
    .where(and(eq(chatMessages.chatSessionId, sessionId), gt(chatMessages.seq, after)))
    .orderBy(after > 0 ? asc(chatMessages.seq) : desc(chatMessages.seq))
    .limit(SHOWN);
  const messages = rows.map(toMessage);
  return after > 0 ? messages : messages.reverse();
}

/** The talk of this browser with its messages; empty without one. */
export async function getOwnChat(ctx: Context, key: ChatKey): Promise<ChatViewDto> {
  // Open to everybody: the key is the proof.
  const session = await findOwnChat(ctx, key);
  return { session, messages: session ? await messagesAfter(ctx, session.id, 0) : [] };
}
