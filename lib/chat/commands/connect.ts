import 'server-only';
import type { Context } from '#lib/context';
import { signStreamToken } from '#lib/realtime/stream-token';
import type { ChatKey } from '../input.ts';
import { readOwnChat } from './visit.ts';

/** The last messages, and where to listen for the next. Throws CHAT_001. */
export async function connectChat(ctx: Context, key: ChatKey) {
  // Open to everybody: the key is the proof.
  const { session, messages } = await readOwnChat(ctx, { ...key, after: 0 });
  const topic = `chat:${session.id}`;
  const stream_url = `/api/events?topics=${topic}&token=${signStreamToken(topic, ctx.now)}`;
  return { stream_url, session, messages };
}
