import 'server-only';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { media } from '#db/schema/content';
import { bookings } from '#db/schema/events';
import { orders, payments } from '#db/schema/orders';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { DomainError } from '#lib/errors';
import { readPrivateFile } from '#lib/media/private-files';
import { fromMinor } from '#lib/money';
import { EXACT_FOUND, EXACT_TOTAL, type Page, pageOf, placeOf } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import { numberOrWho } from '#lib/who-search';
import type { OrderRowDto } from '../output.ts';
import type { ListPayments } from '../payment-input.ts';
import { type ReviewedPaymentDto, reviewedPaymentOutput } from '../payment-output.ts';
import { numberIn } from '../rules/transfer.ts';
import { dueMinor } from '../rules.ts';
import { listOrders, whereOrders } from './list-orders.ts';

const columns = {
  id: payments.id,
  kind: payments.kind,
  method: payments.method,
  amountMinor: payments.amountMinor,
  currency: payments.currency,
  status: payments.status,
  reference: payments.reference,
  note: payments.note,
  createdAt: payments.createdAt,
  proof: { mime: media.mime, bytes: media.bytes, width: media.width, height: media.height },
  order: {
    id: orders.id,
    orderNumber: orders.orderNumber,
    status: orders.status,
    paymentStatus: orders.paymentStatus,
    customerName: orders.customerName,
    totalMinor: orders.totalMinor,
    paidMinor: orders.paidMinor,
    paymentDueAt: orders.paymentDueAt,
    slotStartsAt: orders.slotStartsAt,
  },
  booking: {
    id: bookings.id,
    bookingNumber: bookings.bookingNumber,
    status: bookings.status,
    clientName: bookings.clientName,
    eventType: bookings.eventType,
    eventDate: bookings.eventDate,
    quotedMinor: bookings.quotedMinor,
    depositMinor: bookings.depositMinor,
    paidMinor: bookings.paidMinor,
  },
};

type Cut = { where: SQL | undefined; order: SQL; limit: number; offset: number };

/** Rows that a page leaves behind are not joined. */
function read(ctx: Context, { where, order, limit, offset }: Cut) {
  const shown = ctx.db
    .select({ id: payments.id })
    .from(payments)
    .where(where)
    .orderBy(order)
    .limit(limit)
    .offset(offset);
  return ctx.db
    .select(columns)
    .from(payments)
    .leftJoin(orders, eq(orders.id, payments.orderId))
    .leftJoin(bookings, eq(bookings.id, payments.bookingId))
    .leftJoin(media, eq(media.id, payments.proofMediaId))
    .where(inArray(payments.id, shown))
    .orderBy(order);
}

type Row = Awaited<ReturnType<typeof read>>[number];

/** As the booking itself says it: the deposit first. Minor units. */
const dueOfBooking = ({ status, quotedMinor, depositMinor, paidMinor }: NonNullable<Row['booking']>): number => {
  const open = Math.max(0, (quotedMinor ?? 0) - paidMinor);
  const deposit = Math.max(0, (depositMinor ?? 0) - paidMinor);
  return (status === 'accepted' || status === 'confirmed') && deposit > 0 ? deposit : open;
};

const render = ({ order, booking, proof, ...row }: Row): ReviewedPaymentDto =>
  reviewedPaymentOutput.parse({
    id: row.id,
    kind: row.kind,
    method: row.method,
    amount: fromMinor(row.amountMinor),
    currency: row.currency,
    status: row.status,
    reference: row.reference,
    note: row.note,
    has_proof: proof !== null,
    created_at: row.createdAt.toISOString(),
    proof,
    order: order && {
      id: order.id,
      order_number: order.orderNumber,
      status: order.status,
      payment_status: order.paymentStatus,
      customer_name: order.customerName,
      total: fromMinor(order.totalMinor),
      paid: fromMinor(order.paidMinor),
      due: fromMinor(dueMinor(order)),
      payment_due_at: order.paymentDueAt?.toISOString() ?? null,
      slot_starts_at: order.slotStartsAt?.toISOString() ?? null,
    },
    booking: booking && {
      id: booking.id,
      booking_number: booking.bookingNumber,
      status: booking.status,
      client_name: booking.clientName,
      event_type: booking.eventType,
      date: booking.eventDate,
      quoted: booking.quotedMinor === null ? null : fromMinor(booking.quotedMinor),
      paid: fromMinor(booking.paidMinor),
      due: fromMinor(dueOfBooking(booking)),
    },
  });

/** What was typed, or the number of an order or booking that stands somewhere in a line of a bank statement. */
async function searchOf(ctx: Context, q: string): Promise<string> {
  const { shop } = await getSettings(ctx);
  return numberIn(q, shop.order_prefix) ?? q.slice(0, 100);
}

const SOUGHT = { number: bookings.bookingNumber, phone: bookings.clientPhone, name: '"bookings"."client_name"' };

/** Payments of the orders and bookings that are meant. */
async function soughtBy(ctx: Context, q: string): Promise<SQL> {
  const { shop } = await getSettings(ctx);
  const search = await searchOf(ctx, q);
  const ofOrders = whereOrders({ q: search }, shop, ctx.now) ?? sql`false`;
  const ofBookings = numberOrWho(SOUGHT, search, shop.country) ?? sql`false`;
  // Two questions, each with its index; one with "or" reads every payment.
  return sql`${payments.id} in (
    select p.id from orders join payments p on p.order_id = orders.id where ${ofOrders}
    union all select p.id from bookings join payments p on p.booking_id = bookings.id where ${ofBookings})`;
}

/** A page of payments in one state: those to check with the oldest first, others with the newest. Throws REQ_001. */
export async function listPayments(ctx: Context, input: ListPayments): Promise<Page<ReviewedPaymentDto>> {
  requireRole(ctx, 'staff');
  const { status, q, page, limit, cursor } = input;
  const isQueue = status === 'submitted';
  const where = and(eq(payments.status, status), q === undefined ? undefined : await soughtBy(ctx, q));
  const from = placeOf(cursor);
  const place = sql`(${payments.createdAt}, ${payments.id})`;
  const beyond =
    from &&
    (isQueue
      ? sql`${place} > (${from.at}::timestamptz, ${from.id}::uuid)`
      : sql`${place} < (${from.at}::timestamptz, ${from.id}::uuid)`);
  const direction = isQueue ? sql`asc` : sql`desc`;
  const [rows, total] = await Promise.all([
    read(ctx, {
      where: and(where, beyond ?? undefined),
      order: sql`${payments.createdAt} ${direction}, ${payments.id} ${direction}`,
      limit: limit + 1,
      offset: from ? 0 : (page - 1) * limit,
    }),
    countUpTo(ctx, sql`${payments} where ${where}`, q === undefined ? EXACT_TOTAL : EXACT_FOUND),
  ]);
  const placeOfRow = ({ createdAt, id }: Row) => ({ at: createdAt, id });
  return pageOf(rows, { page, limit, ...total }, { toDto: render, placeOfRow });
}

const MOST_FOUND = 10;

/** Open orders that a transfer may be meant for which nobody has announced, for a line of a bank statement. */
export async function findUnpaidOrders(ctx: Context, { q }: { q: string }): Promise<OrderRowDto[]> {
  requireRole(ctx, 'staff');
  const filters = { status: ['ordered' as const], payment_status: ['unpaid' as const, 'partially_paid' as const] };
  const search = await searchOf(ctx, q);
  const { items } = await listOrders(ctx, { ...filters, q: search, page: 1, limit: MOST_FOUND, cursor: undefined });
  return items;
}

export type Proof = { data: Buffer; mime: string; name: string };

/** The picture or PDF that came with a payment. Throws DB_002 without one, DB_001 when its store does not answer. */
export async function readProof(ctx: Context, { payment_id }: { payment_id: string }): Promise<Proof> {
  requireRole(ctx, 'staff');
  const [row] = await ctx.db
    .select({
      driver: media.driver,
      path: media.path,
      mime: media.mime,
      number: sql<string>`coalesce(${orders.orderNumber}, ${bookings.bookingNumber})`,
    })
    .from(payments)
    .innerJoin(media, eq(media.id, payments.proofMediaId))
    .leftJoin(orders, eq(orders.id, payments.orderId))
    .leftJoin(bookings, eq(bookings.id, payments.bookingId))
    .where(and(eq(payments.id, payment_id), eq(media.isPublic, false)));
  const data = row && (await readPrivateFile(row));
  if (!row || !data) throw new DomainError('DB_002');
  const ending = row.mime === 'application/pdf' ? 'pdf' : 'webp';
  return { data, mime: row.mime, name: `proof-${row.number}.${ending}` };
}
