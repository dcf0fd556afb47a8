import 'server-only';
import { and, eq, gte, inArray, lte, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { bookings } from '#db/schema/events';
import { type Context, requireRole } from '#lib/context';
import { countUpTo } from '#lib/count';
import { EXACT_FOUND, EXACT_TOTAL, type Page, pageWith } from '#lib/paging';
import { getSettings } from '#lib/settings/queries';
import { beyond, type KeyReader, momentKey, orderBy, readCursor, writeCursor } from '#lib/sorted-cursor';
import { numberOrWho } from '#lib/who-search';
import { bookingStatusOf, type ListBookings } from '../booking-input.ts';
import type { BookingRowDto } from '../booking-output.ts';
import { renderBookingRow, rowColumns } from './booking-columns.ts';

type Filters = Omit<ListBookings, 'page' | 'limit' | 'cursor' | 'sort'>;

const dayKey: KeyReader = (key) => {
  const day = z.iso.date().safeParse(key);
  return day.success ? sql`${day.data}::date` : null;
};

type Row = Parameters<typeof renderBookingRow>[0];
const byAge = {
  column: sql`${bookings.createdAt}`,
  readKey: momentKey,
  keyOf: ({ createdAt }: Row): string => createdAt.toISOString(),
};
const byDay = { column: sql`${bookings.eventDate}`, readKey: dayKey, keyOf: ({ eventDate }: Row): string => eventDate };

const SOUGHT = { number: bookings.bookingNumber, phone: bookings.clientPhone, name: '"bookings"."client_name"' };

function whereBookings({ status, from, to, package_id, customer_id, q }: Filters, country: string): SQL | undefined {
  const conditions: (SQL | undefined)[] = [];
  if (status) conditions.push(inArray(bookings.status, [...new Set(status.map(bookingStatusOf))]));
  if (from) conditions.push(gte(bookings.eventDate, from));
  if (to) conditions.push(lte(bookings.eventDate, to));
  if (package_id) conditions.push(eq(bookings.packageId, package_id));
  if (customer_id) conditions.push(eq(bookings.customerId, customer_id));
  if (q) conditions.push(numberOrWho(SOUGHT, q, country));
  return and(...conditions);
}

/** A page of bookings, the newest first unless `sort` says otherwise. Throws REQ_001 for a cursor of another list. */
export async function listBookings(ctx: Context, input: ListBookings): Promise<Page<BookingRowDto>> {
  requireRole(ctx, 'staff');
  const { page, limit, cursor, sort = '-created_at', ...filters } = input;
  const { shop } = await getSettings(ctx);
  const where = whereBookings(filters, shop.country);
  const chosen = sort === '-created_at' ? byAge : byDay;
  const sorted = { ...chosen, id: sql`${bookings.id}`, isDescending: sort.startsWith('-') };
  const from = cursor === undefined ? null : readCursor(cursor, sort);
  const [rows, total] = await Promise.all([
    ctx.db
      .select(rowColumns)
      .from(bookings)
      .where(and(where, from ? beyond(sorted, from) : undefined))
      .orderBy(orderBy(sorted))
      .limit(limit + 1)
      .offset(from ? 0 : (page - 1) * limit),
    countUpTo(ctx, sql`${bookings} where ${where ?? sql`true`}`, filters.q ? EXACT_FOUND : EXACT_TOTAL),
  ]);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return pageWith(
    items.map(renderBookingRow),
    { page, limit, ...total },
    last ? writeCursor({ s: sort, k: sorted.keyOf(last), i: last.id }) : null,
  );
}

/** How many wait for the first word of the shop. */
export async function countRequestedBookings(ctx: Context): Promise<number> {
  requireRole(ctx, 'staff');
  const { total } = await countUpTo(ctx, sql`${bookings} where ${eq(bookings.status, 'requested')}`);
  return total;
}
