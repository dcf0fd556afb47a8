import 'server-only';
import { chatCookieLine } from '#lib/http/chat-cookie';
import { reply } from '#lib/http/respond';
import type { ChatSessionDto } from './output.ts';

type Started = { chat_key: string; is_new: boolean; session: ChatSessionDto };

/** A talk that began or goes on; its key is told once, when it is new. */
export const startedReply = ({ chat_key, is_new, session }: Started) =>
  reply({
    data: { ...session, session: is_new ? chat_key : null },
    headers: is_new ? { 'barrow-chat': chat_key } : {},
    cookies: [chatCookieLine(chat_key)],
  });
