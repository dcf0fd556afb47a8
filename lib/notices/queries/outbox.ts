import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { notifications as n } from '#db/schema/notices';
import { orders } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { MASK } from '#lib/outbox';
import { EXACT_FOUND, EXACT_TOTAL, type Page, pageOf, placeOf } from '#lib/paging';
import { partOf } from '#lib/part-of';
import type { ListOutbox } from '../input.ts';
import type { OutboxDto } from '../output.ts';

const columns = {
  id: n.id,
  event: n.event,
  channel: n.channel,
  audience: n.audience,
  recipient: n.recipient,
  subject: n.subject,
  body: n.body,
  locale: n.locale,
  orderId: n.orderId,
  orderNumber: orders.orderNumber,
  status: n.status,
  attempts: n.attempts,
  error: n.error,
  createdAt: n.createdAt,
  sentAt: n.sentAt,
};
type Row = Pick<typeof n.$inferSelect, Exclude<keyof typeof columns, 'orderNumber'>> & { orderNumber: string | null };

const toDto = (row: Row): OutboxDto => ({
  id: row.id,
  event: row.event,
  channel: row.channel,
  audience: row.audience,
  recipient: row.recipient,
  subject: row.subject,
  body: row.body,
  locale: row.locale,
  order_id: row.orderId,
  order_number: row.orderNumber,
  status: row.status,
  attempts: row.attempts,
  error: row.error,
  // The book does not know the code that was sent: nothing could be sent again.
  can_retry: row.status === 'failed' && !row.body.includes(MASK),
  created_at: row.createdAt.toISOString(),
  sent_at: row.sentAt?.toISOString() ?? null,
});

/** Each way has its index, which the planner finds only when they are asked for one by one. */
function matching(q: string): SQL {
  // Phones are shown in groups and stored without: what was read here can be typed here.
  const digits = /^[\d\s()+./-]+$/.test(q) ? q.replace(/\D/g, '') : '';
  const ways = [
    sql`select id from notifications where ${partOf(sql`recipient`, q)}`,
    sql`select id from notifications where ${partOf(sql`subject`, q)}`,
    sql`select n.id from orders o join notifications n on n.order_id = o.id where o.order_number = ${q.toUpperCase()}`,
  ];
  if (digits.length >= 3) ways.push(sql`select id from notifications where ${partOf(sql`recipient`, digits)}`);
  return sql`${n.id} in (${sql.join(ways, sql` union `)})`;
}

/** For admins: what the shop has said, newest first. Throws REQ_001 for a foreign cursor. */
export async function listOutbox(ctx: Context, input: ListOutbox): Promise<Page<OutboxDto>> {
  requireRole(ctx, 'admin');
  const { page, limit, q } = input;
  const conditions: (SQL | undefined)[] = [
    input.channel && eq(n.channel, input.channel),
    input.status && eq(n.status, input.status),
    input.order_id === undefined ? undefined : eq(n.orderId, input.order_id),
    q ? matching(q) : undefined,
  ];
  const where = and(...conditions);
  const at = placeOf(input.cursor);
  const after = at && sql`(${n.createdAt}, ${n.id}) < (${at.at}::timestamptz, ${at.id}::uuid)`;
  const [rows, total] = await Promise.all([
    ctx.db
      .select(columns)
      .from(n)
      .leftJoin(orders, eq(orders.id, n.orderId))
      .where(and(where, after ?? undefined))
      .orderBy(sql`${n.createdAt} desc`, sql`${n.id} desc`)
      .limit(limit + 1)
      .offset(at ? 0 : (page - 1) * limit),
    countUpTo(ctx, sql`${n} where ${where ?? sql`true`}`, q ? EXACT_FOUND : EXACT_TOTAL),
  ]);
  return pageOf(rows, { page, limit, ...total }, { toDto, placeOfRow: ({ createdAt, id }) => ({ at: createdAt, id }) });
}

/** For admins: one message with its whole text; null when there is none. */
export async function getOutboxEntry(ctx: Context, id: string): Promise<OutboxDto | null> {
  requireRole(ctx, 'admin');
  const [row] = await ctx.db.select(columns).from(n).leftJoin(orders, eq(orders.id, n.orderId)).where(eq(n.id, id));
  return row ? toDto(row) : null;
}
