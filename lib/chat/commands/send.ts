import 'server-only';
import type { Context } from '#lib/context';
import { takeLimit } from '#lib/kv/limits';
import type { SendChat, WriteToShop } from '../input.ts';
import type { Appended } from './append.ts';
import { appendMessage } from './append.ts';
import { requireOwnChat, startChat } from './visit.ts';

/** Faster than anybody types, slower than a program floods. */
const PER_CHAT = { limit: 30, windowSeconds: 60 };
const PER_ADDRESS = { limit: 90, windowSeconds: 60 };

/**
 * A message of the visitor. Sent again under the same `client_id` it is the message that is there already. Throws
 * CHAT_001, RATE_001.
 */
export async function sendChatMessage(ctx: Context, { chat_key, message, client_id }: SendChat): Promise<Appended> {
  // Open to everybody: the key is the proof.
  const { id } = await requireOwnChat(ctx, { chat_key });
  await takeLimit(ctx, { name: 'chat-messages', subject: id, ...PER_CHAT });
  if (ctx.addressHash) {
    await takeLimit(ctx, { name: 'chat-messages-address', subject: ctx.addressHash, ...PER_ADDRESS });
  }
  return appendMessage(ctx, { sessionId: id, by: 'visitor', senderId: null, message, clientId: client_id });
}

/** The contact form: begins the talk where there is none, and writes into it. Throws CHAT_001, RATE_001. */
export async function writeToShop(
  ctx: Context,
  { message, client_id, ...who }: WriteToShop,
): Promise<Appended & { chat_key: string }> {
  // Open to everybody: anyone may write to the shop.
  const { chat_key } = await startChat(ctx, who);
  return { ...(await sendChatMessage(ctx, { chat_key, message, client_id })), chat_key };
}
