import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { BookingStatus } from '#db/enums';
import { bookings } from '#db/schema/events';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { readBooking } from '#lib/events/queries/bookings';
import type { EventInput } from '#lib/jobs/event';
import { formatAmount } from '#lib/money-text';
import { formatPhone } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { type Audience, kindOf, kindsOf, languageOf, type NoticeEvent, type NoticeValues } from '../rules.ts';
import { formatUntil, formatWhen } from '../when.ts';
import type { Cause } from './causes.ts';
import { joined, linkIn, type OrderReaders, payWords, readerLocale } from './values.ts';

const TOLD: Partial<Record<BookingStatus, NoticeEvent>> = {
  quoted: 'booking_quoted',
  accepted: 'booking_accepted',
  confirmed: 'booking_confirmed',
  declined: 'booking_declined',
  expired: 'booking_expired',
  cancelled: 'booking_cancelled',
};
const isTold = (word: string): word is keyof typeof TOLD => Object.hasOwn(TOLD, word);

const payload = z.looseObject({ status: z.string(), by: z.string().optional(), channel: z.string().optional() });

function eventOf(topic: string, status: string): NoticeEvent | null {
  if (topic === 'booking.requested') return 'booking_requested';
  if (topic === 'booking.rescheduled') return 'booking_moved';
  if (topic === 'booking.changed') return 'booking_changed';
  return isTold(status) ? (TOLD[status] ?? null) : null;
}

/** What fills the words left open in a text about a booking, as `audience` reads it. */
async function bookingValues(
  ctx: Context,
  id: string,
  audience: Audience,
): Promise<{ values: NoticeValues; readers: OrderReaders }> {
  const [[more], { shop }] = await Promise.all([
    ctx.db.select({ locale: bookings.locale }).from(bookings).where(eq(bookings.id, id)),
    getSettings(ctx),
  ]);
  const locale = audience === 'customer' ? readerLocale(more?.locale ?? null, shop) : shop.locale;
  const booking = await readBooking({ ...ctx, locale }, id, 'client');
  const amount = (major: number | null): string => (major ? formatAmount(major, booking.currency, locale) : '');
  const { name, phone, email } = booking.client_info;
  const isDepositDue = booking.deposit_due > 0;
  const values: NoticeValues = {
    customer: name,
    shop: shop.name,
    booking_number: booking.booking_number,
    event: booking.event_type,
    when: formatWhen(booking.date, booking.starts_at, shop.time_zone, locale),
    venue: booking.venue,
    package: joined([booking.package?.name, booking.theme?.name], ', '),
    guests: booking.guests === null ? '' : String(booking.guests),
    quote: amount(booking.quoted),
    deposit: amount(booking.status === 'quoted' ? booking.deposit : booking.deposit_due),
    valid_until: booking.quote_expires_at ? formatUntil(booking.quote_expires_at, shop.time_zone, locale) : '',
    pay: isDepositDue
      ? payWords(
          {
            title: booking.payment_title,
            instructions: booking.payment_instructions,
            account: booking.payment_account,
            orderNumber: booking.booking_number,
          },
          languageOf(locale),
        )
      : '',
    reason: booking.reason ?? '',
    note: booking.message,
    phone: formatPhone(phone),
    link: audience === 'customer' ? linkIn(booking.access_url, locale, shop) : `${env().APP_URL}/admin/bookings/${id}`,
  };
  return { values, readers: { email, phone, locale } };
}

/** The client is told of every step, the staff of those they did not take themselves. */
export async function bookingCauses(ctx: Context, event: EventInput): Promise<Cause[]> {
  const { status, by, channel } = payload.parse(event.payload);
  const told = eventOf(event.topic, status);
  if (told === null) return [];
  const isOwn = by === 'staff' || channel === 'desk';
  const causes: Cause[] = [];
  for (const kind of kindsOf(told)) {
    const { audience } = kindOf(kind);
    if (audience === 'staff' && isOwn) continue;
    const { values, readers } = await bookingValues(ctx, event.entity_id, audience);
    causes.push({
      kind,
      values,
      locale: readers.locale,
      orderId: null,
      bookingId: event.entity_id,
      readers: audience === 'customer' ? readers : null,
    });
  }
  return causes;
}
