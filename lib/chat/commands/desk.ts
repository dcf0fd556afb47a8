import 'server-only';
import { eq } from 'drizzle-orm';
import { newId } from '#db/columns';
import { users } from '#db/schema/auth';
import { chatSessions } from '#db/schema/chat';
import { customers } from '#db/schema/customers';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import type { AnswerChat, ChangeChat } from '../input.ts';
import type { DeskChatDto } from '../output.ts';
import { getDeskChat } from '../queries/desk-chats.ts';
import { canMoveChat } from '../rules.ts';
import { type Appended, appendMessage } from './append.ts';

async function read(ctx: Context, session_id: string): Promise<DeskChatDto> {
  const found = await getDeskChat(ctx, { session_id });
  if (!found) throw new DomainError('DB_002');
  return found;
}

/**
 * Answers as staff, or with words that are marked as automatic. Whoever answers first takes the talk over. Sent again
 * under the same `client_id` it is the message that is there already. Throws DB_002, CHAT_001.
 */
export async function answerChat(
  ctx: Context,
  { session_id, message, client_id, sender_type }: AnswerChat,
): Promise<Appended> {
  requireRole(ctx, 'staff');
  const senderId = ctx.actor.kind === 'staff' && sender_type === 'staff' ? ctx.actor.userId : null;
  return appendMessage(ctx, {
    sessionId: session_id,
    by: sender_type,
    senderId,
    message,
    clientId: client_id ?? newId(),
  });
}

/** The record behind a customer's login. Throws VALIDATION_ERROR for a login that is no customer's. */
async function customerOfUser(ctx: Context, userId: string): Promise<string> {
  const [row] = await ctx.db.select({ id: customers.id }).from(customers).where(eq(customers.userId, userId));
  if (!row) throw ValidationError.of('user_id', 'VAL_002', 'This is not the login of a customer.');
  return row.id;
}

async function requireKnown(ctx: Context, { assigned_to, customer_id }: ChangeChat): Promise<void> {
  if (assigned_to) {
    const [user] = await ctx.db
      .select({ role: users.role, isActive: users.isActive })
      .from(users)
      .where(eq(users.id, assigned_to));
    if (!user?.isActive || user.role === 'customer') {
      throw ValidationError.of('assigned_to', 'VAL_002', 'Choose somebody who works here.');
    }
  }
  if (customer_id) {
    const [row] = await ctx.db.select({ id: customers.id }).from(customers).where(eq(customers.id, customer_id));
    if (!row) throw ValidationError.of('customer_id', 'VAL_002', 'There is no such customer.');
  }
}

/**
 * Moves a talk, gives it to somebody, or says who the visitor is. Throws DB_002, CHAT_002 for a step that is not
 * there (`from`, `to`), VALIDATION_ERROR.
 */
export async function changeChat(ctx: Context, input: ChangeChat): Promise<DeskChatDto> {
  requireRole(ctx, 'staff');
  const { session_id, status, assigned_to, customer_id, user_id } = input;
  await requireKnown(ctx, input);
  const ofLogin = user_id ? { userId: user_id, customerId: await customerOfUser(ctx, user_id) } : {};
  await transaction(ctx, async (tx) => {
    const [before] = await tx.db.select().from(chatSessions).where(eq(chatSessions.id, session_id)).for('update');
    if (!before) throw new DomainError('DB_002');
    if (status !== undefined && !canMoveChat(before.status, status)) {
      throw new DomainError('CHAT_002', { from: before.status, to: status });
    }
    const change = {
      ...(status === undefined ? {} : { status }),
      // What is done, or will not be answered, does not wait to be read.
      ...(status === 'resolved' || status === 'blocked' ? { unreadStaff: 0 } : {}),
      ...(assigned_to === undefined ? {} : { assignedTo: assigned_to }),
      ...(user_id === null ? { userId: null } : {}),
      ...(customer_id === undefined ? {} : { customerId: customer_id }),
      ...ofLogin,
    };
    if (Object.keys(change).length === 0) return;
    await tx.db
      .update(chatSessions)
      .set({ ...change, updatedAt: ctx.now })
      .where(eq(chatSessions.id, session_id));
    const facts = ({ status, assignedTo, customerId, userId }: typeof before) => ({
      status,
      assigned_to: assignedTo,
      customer_id: customerId,
      user_id: userId,
    });
    await recordAudit(tx, {
      action: 'chat.changed',
      entity: 'chat',
      entityId: session_id,
      before: facts(before),
      after: facts({ ...before, ...change }),
    });
  });
  return read(ctx, session_id);
}

/** Somebody of the staff has the talk before them: its messages count as read. Throws DB_002. */
export async function readDeskChat(
  ctx: Context,
  { session_id, before }: { session_id: string; before?: number | undefined },
): Promise<DeskChatDto> {
  requireRole(ctx, 'staff');
  const found = await getDeskChat(ctx, { session_id, before });
  if (!found) throw new DomainError('DB_002');
  if (found.unread === 0) return found;
  await ctx.db.update(chatSessions).set({ unreadStaff: 0 }).where(eq(chatSessions.id, session_id));
  return { ...found, unread: 0 };
}
