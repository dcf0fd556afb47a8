import 'server-only';
import { and, eq, gt, isNull } from 'drizzle-orm';
import { newId } from '#db/columns';
import { carts } from '#db/schema/cart';
import { chatSessions } from '#db/schema/chat';
import { hashSecret, newSecret } from '#lib/auth/secrets';
import { cartOwner } from '#lib/cart/queries';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { takeLimit } from '#lib/kv/limits';
import { getSettings } from '#lib/settings/queries';
import type { ChatKey, StartChat } from '../input.ts';
import type { ChatSessionDto, ChatViewDto } from '../output.ts';
import { toSession } from '../queries/columns.ts';
import { findOwnChat, messagesAfter } from '../queries/visitor.ts';

/** A household or an office talks far less; every talk is a row that somebody has to look at. */
const NEW_CHATS_PER_ADDRESS = { limit: 20, windowSeconds: 60 * 60 };

/** Whoever is signed in is known; what they type about themselves counts more. */
const knownOf = ({ actor }: Context) =>
  actor.kind === 'customer'
    ? { customerId: actor.customerId, userId: actor.userId, visitorName: actor.name.slice(0, 100) }
    : {};

/** The cart of this browser, for staff to see beside the talk. */
async function cartOf(ctx: Context, cart_key: string | null): Promise<{ cartId?: string }> {
  const owner = cartOwner(ctx);
  if (!cart_key && owner === null) return {};
  const [cart] = await ctx.db
    .select({ id: carts.id })
    .from(carts)
    .where(
      and(
        owner === null
          ? and(eq(carts.sessionHash, hashSecret(cart_key ?? '')), isNull(carts.customerId))
          : eq(carts.customerId, owner),
        gt(carts.expiresAt, ctx.now),
      ),
    );
  return cart ? { cartId: cart.id } : {};
}

/**
 * Begins a talk, or goes on with the one behind `chat_key`, and takes down who writes as far as they say so. The key of
 * a new talk comes back once. Throws CHAT_001 (switched off, or this visitor was blocked), RATE_001.
 */
export async function startChat(
  ctx: Context,
  { chat_key, cart_key, name, email, path }: StartChat,
): Promise<{ chat_key: string; is_new: boolean; session: ChatSessionDto }> {
  // Open to everybody: anyone may ask the shop something.
  const { chat } = await getSettings(ctx);
  if (!chat.enabled) throw new DomainError('CHAT_001', { reason: 'off' });
  const said = {
    ...(name === undefined || name === '' ? {} : { visitorName: name }),
    ...(email === undefined || email === null ? {} : { visitorEmail: email }),
  };
  const found = await findOwnChat(ctx, { chat_key });
  if (found && chat_key) {
    if (found.status === 'blocked') throw new DomainError('CHAT_001', { status: 'blocked' });
    const { visitorName, ...known } = knownOf(ctx);
    const [row] = await ctx.db
      .update(chatSessions)
      .set({
        ...known,
        ...(found.visitor_name === '' && visitorName ? { visitorName } : {}),
        ...(await cartOf(ctx, cart_key)),
        ...said,
        updatedAt: ctx.now,
      })
      .where(eq(chatSessions.id, found.id))
      .returning();
    if (!row) throw new DomainError('CHAT_001');
    return { chat_key, is_new: false, session: toSession(row) };
  }
  if (ctx.addressHash)
    await takeLimit(ctx, { name: 'chats-address', subject: ctx.addressHash, ...NEW_CHATS_PER_ADDRESS });
  const key = newSecret();
  const [row] = await ctx.db
    .insert(chatSessions)
    .values({
      id: newId(),
      sessionHash: hashSecret(key),
      locale: ctx.locale,
      ...knownOf(ctx),
      ...(await cartOf(ctx, cart_key)),
      ...said,
      context: path ? { path } : {},
      createdAt: ctx.now,
    })
    .returning();
  if (!row) throw new Error('an inserted talk vanished');
  return { chat_key: key, is_new: true, session: toSession(row) };
}

/** The talk behind a key. Throws CHAT_001 when there is none, or it was blocked. */
export async function requireOwnChat(ctx: Context, key: ChatKey): Promise<ChatSessionDto> {
  // Open to everybody: the key is the proof.
  const session = await findOwnChat(ctx, key);
  if (!session || session.status === 'blocked') throw new DomainError('CHAT_001');
  return session;
}

/** The visitor has the talk before them: what the shop wrote counts as read. Throws CHAT_001. */
export async function readOwnChat(
  ctx: Context,
  { chat_key, after }: ChatKey & { after: number },
): Promise<ChatViewDto & { session: ChatSessionDto }> {
  // Open to everybody: the key is the proof.
  const session = await requireOwnChat(ctx, { chat_key });
  if (session.unread > 0) {
    await ctx.db.update(chatSessions).set({ unreadVisitor: 0 }).where(eq(chatSessions.id, session.id));
  }
  return { session: { ...session, unread: 0 }, messages: await messagesAfter(ctx, session.id, after) };
}
