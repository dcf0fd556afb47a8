import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '#db/columns';
import type { ChatSender } from '#db/enums';
import { chatMessages } from '#db/schema/chat';
import type { Context } from '#lib/context';
import { callFunction } from '#lib/database';
import type { ChatMessageDto } from '../output.ts';
import { messageColumns, toMessage } from '../queries/columns.ts';

const answer = z.object({ seq: z.int(), status: z.string(), replayed: z.boolean() });

export type Appended = ChatMessageDto & { replayed: boolean };

type Words = { sessionId: string; by: ChatSender; senderId: string | null; message: string; clientId: string };

/** Writes one message into a talk. The caller has authorised. Throws DB_002, CHAT_001. */
export async function appendMessage(
  ctx: Context,
  { sessionId, by, senderId, message, clientId }: Words,
): Promise<Appended> {
  // Open to the commands of this module, which have asked.
  const { seq, replayed } = answer.parse(
    await callFunction(ctx, 'append_chat_message', {
      session_id: sessionId,
      message: { id: newId(), sender_type: by, sender_id: senderId, message, client_id: clientId },
      now: ctx.now,
    }),
  );
  const [row] = await ctx.db
    .select(messageColumns)
    .from(chatMessages)
    .where(and(eq(chatMessages.chatSessionId, sessionId), eq(chatMessages.seq, seq)));
  if (!row) throw new Error('an appended message vanished');
  return { ...toMessage(row), replayed };
}
