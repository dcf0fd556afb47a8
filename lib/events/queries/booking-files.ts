import 'server-only';
import { eq } from 'drizzle-orm';
import { ICalEventStatus } from 'ical-generator';
import { packages } from '#db/schema/events';
import { calendarFile } from '#lib/calendar-file';
import type { Context } from '#lib/context';
import { DomainError } from '#lib/errors';
import { wordsIn } from '#lib/i18n/words';
import { formatAmount } from '#lib/money';
import { transferCode } from '#lib/orders/rules/transfer';
import { drawQr, qrSvg } from '#lib/qr';
import { getSettings } from '#lib/settings/queries';
import { addDays } from '#lib/time';
import type { BookingDto } from '../booking-output.ts';
import { payableOf } from '../booking-rules.ts';
import { getBookingByLink } from './bookings.ts';

type Own = { booking_number: string; key: string | null };

async function ownBooking(ctx: Context, own: Own): Promise<BookingDto> {
  const booking = await getBookingByLink(ctx, own);
  if (!booking) throw new DomainError('DB_002');
  return booking;
}

/**
 * The transfer of what is due as an SVG that banking apps read, for whoever holds the booking's key or is its owner. Throws
 * DB_002, and PAY_001 where there is no such transfer: nothing due, another way to pay, another currency than the euro.
 */
export async function getBookingTransferQr(ctx: Context, own: Own): Promise<string> {
  // Open to everybody: the booking's key, or the session of its owner, is the proof.
  const payable = payableOf(await ownBooking(ctx, own));
  const code = transferCode(payable);
  if (code === null) throw new DomainError('PAY_001', { due: payable.due });
  return qrSvg(drawQr(code));
}

const { TENTATIVE, CONFIRMED, CANCELLED } = ICalEventStatus;
const STATUS = {
  requested: TENTATIVE,
  quoted: TENTATIVE,
  accepted: TENTATIVE,
  confirmed: CONFIRMED,
  completed: CONFIRMED,
  declined: CANCELLED,
  expired: CANCELLED,
  cancelled: CANCELLED,
} as const;

const MINUTE = 60_000;

/** The hours where they are known, as long as the package takes; else the whole day. */
async function whenOf(ctx: Context, { date, starts_at, package: chosen }: BookingDto) {
  if (starts_at === null) return { start: date, end: addDays(date, 1), allDay: true };
  const [offered] = chosen
    ? await ctx.db.select({ minutes: packages.durationMinutes }).from(packages).where(eq(packages.id, chosen.id))
    : [];
  const start = new Date(starts_at);
  return { start, end: offered?.minutes ? new Date(start.getTime() + offered.minutes * MINUTE) : null, allDay: false };
}

/**
 * The event of a booking as a calendar file, for whoever holds the booking's key or is its owner; tentative until the shop
 * has confirmed. Throws DB_002.
 */
export async function getBookingCalendar(ctx: Context, own: Own): Promise<string> {
  // Open to everybody: the booking's key, or the session of its owner, is the proof.
  const [booking, { shop }] = await Promise.all([ownBooking(ctx, own), getSettings(ctx)]);
  const t = wordsIn(ctx.locale, 'calendar');
  const { due, currency } = payableOf(booking);
  const facts = [
    t('booking', { number: booking.booking_number }),
    booking.package?.name,
    booking.theme?.name,
    due > 0 ? t('to_pay', { amount: formatAmount(due, currency, ctx.locale) }) : null,
    booking.access_url,
  ];
  return calendarFile(ctx, {
    ...(await whenOf(ctx, booking)),
    id: booking.id,
    version: booking.version,
    createdAt: booking.created_at,
    updatedAt: booking.updated_at,
    status: STATUS[booking.status],
    summary: t('event_with', { occasion: booking.event_type, shop: shop.name }),
    location: booking.venue,
    description: facts.filter(Boolean).join('\n'),
    url: booking.access_url,
  });
}
