import 'server-only';
import { and, desc, eq, lt, min, type SQL, sql } from 'drizzle-orm';
import { users } from '#db/schema/auth';
import { chatMessages, chatSessions as s } from '#db/schema/chat';
import { customers } from '#db/schema/customers';
import { getCartOfVisitor } from '#lib/cart/queries/of-visitor';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { EXACT_FOUND, EXACT_TOTAL, type Page, pageOf, placeOf } from '#lib/paging';
import { partOf } from '#lib/part-of';
import type { ListChats } from '../input.ts';
import type { ChatRowDto, DeskChatDto } from '../output.ts';
import { messageColumns, toMessage } from './columns.ts';

const SHOWN = 50;
/** What a row of the list shows of the newest message. */
const GLIMPSE = 140;

const columns = {
  id: s.id,
  status: s.status,
  visitorName: s.visitorName,
  visitorEmail: s.visitorEmail,
  customerId: s.customerId,
  customerName: customers.name,
  userId: s.userId,
  assignedTo: s.assignedTo,
  assignedName: users.name,
  unreadStaff: s.unreadStaff,
  lastMessage: sql<string | null>`(select left(m.message, ${sql.raw(String(GLIMPSE))}) from chat_messages m
    where m.chat_session_id = ${s.id} and m.seq = ${s.lastSeq})`,
  lastMessageAt: s.lastMessageAt,
  locale: s.locale,
  createdAt: s.createdAt,
  cartId: s.cartId,
  context: s.context,
};

type Row = Pick<
  typeof s.$inferSelect,
  Exclude<keyof typeof columns, 'customerName' | 'assignedName' | 'lastMessage'>
> & {
  customerName: string | null;
  assignedName: string | null;
  lastMessage: string | null;
};

const toRow = (row: Row): ChatRowDto => ({
  id: row.id,
  status: row.status,
  visitor_name: row.visitorName,
  visitor_email: row.visitorEmail,
  customer_id: row.customerId,
  customer_name: row.customerName,
  user_id: row.userId,
  assigned_to: row.assignedTo,
  assigned_name: row.assignedName,
  unread: row.unreadStaff,
  last_message: row.lastMessage,
  last_message_at: row.lastMessageAt?.toISOString() ?? null,
  locale: row.locale,
  created_at: row.createdAt.toISOString(),
});

function filterOf(ctx: Context, show: ListChats['show']): SQL | undefined {
  if (show === undefined) return undefined;
  if (show === 'unread') return sql`${s.unreadStaff} > 0 and ${s.status} <> 'blocked'`;
  if (show === 'mine') return ctx.actor.kind === 'staff' ? eq(s.assignedTo, ctx.actor.userId) : sql`false`;
  return eq(s.status, show);
}

const chats = (ctx: Context) =>
  ctx.db
    .select(columns)
    .from(s)
    .leftJoin(customers, eq(customers.id, s.customerId))
    .leftJoin(users, eq(users.id, s.assignedTo));

/** For staff: talks in which something was said, the newest word first. Throws REQ_001 for a foreign cursor. */
export async function listChats(ctx: Context, { show, q, page, limit, cursor }: ListChats): Promise<Page<ChatRowDto>> {
  requireRole(ctx, 'staff');
  const where = and(
    sql`${s.lastMessageAt} is not null`,
    filterOf(ctx, show),
    q ? sql`(${partOf(sql`${s.visitorName}`, q)} or ${partOf(sql`${s.visitorEmail}`, q)})` : undefined,
  );
  const at = placeOf(cursor);
  const after = at && sql`(${s.lastMessageAt}, ${s.id}) < (${at.at}::timestamptz, ${at.id}::uuid)`;
  const [rows, total] = await Promise.all([
    chats(ctx)
      .where(and(where, after ?? undefined))
      .orderBy(sql`${s.lastMessageAt} desc`, sql`${s.id} desc`)
      .limit(limit + 1)
      .offset(at ? 0 : (page - 1) * limit),
    countUpTo(ctx, sql`${s} where ${where ?? sql`true`}`, q ? EXACT_FOUND : EXACT_TOTAL),
  ]);
  return pageOf(
    rows,
    { page, limit, ...total },
    { toDto: toRow, placeOfRow: ({ lastMessageAt, createdAt, id }) => ({ at: lastMessageAt ?? createdAt, id }) },
  );
}

/** For staff: how many talks wait for an answer, and since when the longest does: its visitor wrote last. */
export async function countWaitingChats(ctx: Context): Promise<{ waiting: number; since: string | null }> {
  requireRole(ctx, 'staff');
  const [row] = await ctx.db
    .select({ waiting: sql<number>`count(*)::int`, since: min(s.lastMessageAt) })
    .from(s)
    .where(eq(s.status, 'waiting'));
  return { waiting: row?.waiting ?? 0, since: row?.since?.toISOString() ?? null };
}

/** For staff: how many talks hold something nobody has read. */
export async function countUnreadChats(ctx: Context): Promise<number> {
  requireRole(ctx, 'staff');
  const [row] = await ctx.db
    .select({ unread: sql<number>`count(*)::int` })
    .from(s)
    .where(sql`(${s.unreadStaff} > 0 or ${s.unreadVisitor} > 0) and ${s.unreadStaff} > 0 and ${s.status} <> 'blocked'`);
  return row?.unread ?? 0;
}

/**
 * For staff: one talk with its newest fifty messages, or the fifty before the number `before`, and what is in the
 * visitor's cart; null when there is none.
 */
export async function getDeskChat(
  ctx: Context,
  { session_id, before }: { session_id: string; before?: number | undefined },
): Promise<DeskChatDto | null> {
  requireRole(ctx, 'staff');
  const [row] = await chats(ctx).where(eq(s.id, session_id));
  if (!row) return null;
  const [messages, cart] = await Promise.all([
    ctx.db
      .select(messageColumns)
      .from(chatMessages)
      .where(
        and(
          eq(chatMessages.chatSessionId, session_id),
          before === undefined ? undefined : lt(chatMessages.seq, before),
        ),
      )
      .orderBy(desc(chatMessages.seq))
      .limit(SHOWN + 1),
    row.cartId === null ? null : getCartOfVisitor(ctx, { cart_id: row.cartId }),
  ]);
  return {
    ...toRow(row),
    path: row.context.path ?? null,
    messages: messages.slice(0, SHOWN).map(toMessage).reverse(),
    has_older: messages.length > SHOWN,
    cart,
  };
}
