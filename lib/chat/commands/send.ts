import 'server-only';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import type { SendChat, StartChat } from '../input.ts';
import { findOwnChat } from '../queries/visitor.ts';
import type { Appended } from './append.ts';
import { appendMessage } from './append.ts';
import { requireOwnChat, startChat } from './visit.ts';

/** Faster than anybody types, slower than a program floods. */
const PER_CHAT = { limit: 30, windowSeconds: 60 };
const PER_ADDRESS = { limit: 90, windowSeconds: 60 };

/** Into a talk that was found: its id is never asked for again. */
async function sendTo(ctx: Context, sessionId: string, { message, client_id }: Omit<SendChat, 'chat_key'>) {
  await takeLimit(ctx, { name: 'chat-messages', subject: sessionId, ...PER_CHAT });
  if (ctx.addressHash) {
    await takeLimit(ctx, { name: 'chat-messages-address', subject: ctx.addressHash, ...PER_ADDRESS });
  }
  return appendMessage(ctx, { sessionId, by: 'visitor', senderId: null, message, clientId: client_id });
}

/**
 * A message of the visitor. Sent again under the same `client_id` it is the message that is there already. Throws
 * CHAT_001, RATE_001.
 */
export async function sendChatMessage(ctx: Context, { chat_key, ...said }: SendChat): Promise<Appended> {
  // Open to everybody: the key is the proof.
  const { id } = await requireOwnChat(ctx, { chat_key });
  return sendTo(ctx, id, said);
}

/**
 * Begins the talk where there is none, or where the visitor says who they are, and writes into it. Throws CHAT_001,
 * RATE_001.
 */
export async function writeToShop(
  ctx: Context,
  { message, client_id, ...who }: StartChat & Omit<SendChat, 'chat_key'>,
): Promise<Appended & { chat_key: string }> {
  // Open to everybody: anyone may write to the shop.
  const isNamed = who.name !== undefined || who.email !== undefined;
  const known = isNamed || who.chat_key === null ? null : await findOwnChat(ctx, who);
  if (known?.status === 'blocked') throw new DomainError('CHAT_001', { status: 'blocked' });
  const { chat_key, session } =
    known && who.chat_key ? { chat_key: who.chat_key, session: known } : await startChat(ctx, who);
  return { ...(await sendTo(ctx, session.id, { message, client_id })), chat_key };
}
