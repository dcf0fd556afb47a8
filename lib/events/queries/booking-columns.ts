import 'server-only';
import { sql } from 'drizzle-orm';
import type { ActorKind, PaymentMethod } from '#db/enums';
import { users } from '#db/schema/auth';
import { customers } from '#db/schema/customers';
import { bookingEvents, bookings } from '#db/schema/events';
import { payments } from '#db/schema/orders';
import { fieldsOf, type Reader, sayIn } from '#lib/i18n/content';
import { fromMinor } from '#lib/money';
import type { Settings } from '#lib/settings/input';
import { bookingUrl } from '../booking-link.ts';
import type { BookingDto, BookingRowDto } from '../booking-output.ts';
import { bookingDueMinor, depositDueMinor, nextBookingSteps, payOption } from '../booking-rules.ts';

type Booking = typeof bookings.$inferSelect;

export const rowColumns = {
  id: bookings.id,
  bookingNumber: bookings.bookingNumber,
  status: bookings.status,
  channel: bookings.channel,
  customerId: bookings.customerId,
  clientName: bookings.clientName,
  clientPhone: bookings.clientPhone,
  eventType: bookings.eventType,
  eventDate: bookings.eventDate,
  startsAt: bookings.startsAt,
  guests: bookings.guests,
  packageId: bookings.packageId,
  packageName: bookings.packageName,
  themeId: bookings.themeId,
  themeName: bookings.themeName,
  quotedMinor: bookings.quotedMinor,
  depositMinor: bookings.depositMinor,
  paidMinor: bookings.paidMinor,
  currency: bookings.currency,
  createdAt: bookings.createdAt,
  version: bookings.version,
};
type Row = { [K in keyof typeof rowColumns]: Booking[K & keyof Booking] };

type EventJson = {
  at: string;
  axis: BookingDto['events'][number]['axis'];
  from_status: string | null;
  to_status: string | null;
  actor_kind: ActorKind;
  actor_name: string | null;
  note: string | null;
};
type PaymentJson = {
  id: string;
  kind: 'charge' | 'refund';
  method: PaymentMethod;
  amount_minor: number;
  currency: string;
  status: BookingDto['payments'][number]['status'];
  reference: string | null;
  note: string | null;
  has_proof: boolean;
  created_at: string;
};

export const fullColumns = {
  ...rowColumns,
  clientEmail: bookings.clientEmail,
  venue: bookings.venue,
  message: bookings.message,
  quoteExpiresAt: bookings.quoteExpiresAt,
  internalNote: bookings.internalNote,
  reason: bookings.reason,
  locale: bookings.locale,
  linkVersion: bookings.linkVersion,
  updatedAt: bookings.updatedAt,
  customer: sql<BookingDto['customer']>`(
    SELECT json_build_object('id', c.id, 'name', c.name, 'phone', c.phone, 'email', c.email)
    FROM ${customers} c WHERE c.id = "bookings"."customer_id")`,
  events: sql<EventJson[] | null>`(
    SELECT json_agg(json_build_object('at', e.at, 'axis', e.axis, 'from_status', e.from_status,
      'to_status', e.to_status, 'actor_kind', e.actor_kind, 'actor_name', u.name, 'note', e.note)
      ORDER BY e.at, e.id)
    FROM ${bookingEvents} e LEFT JOIN ${users} u ON e.actor_kind = 'staff' AND u.id = e.actor_id
    WHERE e.booking_id = "bookings"."id")`,
  payments: sql<PaymentJson[] | null>`(
    SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind, 'method', p.method, 'amount_minor', p.amount_minor,
      'currency', p.currency, 'status', p.status, 'reference', p.reference, 'note', p.note,
      'has_proof', p.proof_media_id IS NOT NULL, 'created_at', p.created_at) ORDER BY p.created_at, p.id)
    FROM ${payments} p WHERE p.booking_id = "bookings"."id")`,
};
export type FullRow = Row &
  Pick<
    Booking,
    | 'clientEmail'
    | 'venue'
    | 'message'
    | 'quoteExpiresAt'
    | 'internalNote'
    | 'reason'
    | 'locale'
    | 'linkVersion'
    | 'updatedAt'
  > & { customer: BookingDto['customer']; events: EventJson[] | null; payments: PaymentJson[] | null };

type Chosen = Pick<Row, 'packageId' | 'packageName' | 'themeId' | 'themeName'>;

/**
 * Rows with what was chosen in the reader's language: the names it was booked under, as long as a translation is one of
 * them, for a package may be called otherwise by now.
 */
export async function chosenIn<R extends Chosen>(reader: Reader, rows: readonly R[]): Promise<R[]> {
  const say = await sayIn(
    reader,
    fieldsOf(
      'package',
      rows.flatMap(({ packageId }) => packageId ?? []),
      'name',
    ),
    fieldsOf(
      'theme',
      rows.flatMap(({ themeId }) => themeId ?? []),
      'name',
    ),
  );
  return rows.map((row) => ({
    ...row,
    packageName: row.packageId && say.exactly('package', row.packageId, { name: row.packageName }).name,
    themeName: row.themeId ? say.exactly('theme', row.themeId, { name: row.themeName }).name : row.themeName,
  }));
}

/** The desk sees internal notes and who did what; whoever holds the link does not. */
export type BookingView = 'desk' | 'client';

const utc = (text: string): string => new Date(text).toISOString();
const amount = (minor: number | null): number | null => (minor === null ? null : fromMinor(minor));

const head = (row: Row) => ({
  id: row.id,
  booking_number: row.bookingNumber,
  status: row.status,
  channel: row.channel,
  event_type: row.eventType,
  date: row.eventDate,
  starts_at: row.startsAt?.toISOString() ?? null,
  guests: row.guests,
  package: row.packageId === null ? null : { id: row.packageId, name: row.packageName ?? '' },
  // A theme that was removed keeps its name where it was chosen.
  theme: row.themeName === null ? null : { id: row.themeId, name: row.themeName },
  quoted: amount(row.quotedMinor),
  deposit: amount(row.depositMinor),
  paid: fromMinor(row.paidMinor),
  currency: row.currency,
  created_at: row.createdAt.toISOString(),
  version: row.version,
});

export const renderBookingRow = (row: Row): BookingRowDto => ({
  ...head(row),
  customer_id: row.customerId,
  client_name: row.clientName,
  client_phone: row.clientPhone,
});

function howToPay({ payments: { options, iban, account_holder: holder, bic } }: Settings) {
  const option = payOption(options);
  return {
    payment_method: option?.method ?? null,
    payment_title: option?.title ?? null,
    payment_instructions: option?.instructions || null,
    payment_account: option?.method === 'bank_transfer' && iban !== '' ? { holder, iban, bic: bic || null } : null,
  };
}

export function renderBooking(row: FullRow, settings: Settings, view: BookingView): BookingDto {
  const isDesk = view === 'desk';
  const client = { name: row.clientName, phone: row.clientPhone, email: row.clientEmail };
  return {
    ...head(row),
    // A phone alone attaches a booking to who is on file: what stands there is not for whoever typed that phone.
    customer: row.customer && !isDesk ? { id: row.customer.id, ...client } : row.customer,
    client_info: client,
    venue: row.venue,
    message: row.message,
    quote_expires_at: row.quoteExpiresAt?.toISOString() ?? null,
    deposit_due: fromMinor(depositDueMinor(row)),
    due: fromMinor(bookingDueMinor(row)),
    ...howToPay(settings),
    reason: row.reason,
    internal_note: isDesk ? row.internalNote : null,
    next_steps: nextBookingSteps(row.status, isDesk ? 'staff' : 'client'),
    payments: (row.payments ?? []).map(({ amount_minor, created_at, note, ...payment }) => ({
      ...payment,
      amount: fromMinor(amount_minor),
      // The note on a rejection is meant for the client; on what staff recorded it is their own.
      note: isDesk || payment.status === 'rejected' ? note : null,
      created_at: utc(created_at),
    })),
    events: (row.events ?? [])
      .filter(({ axis }) => isDesk || axis !== 'note')
      .map((event) => ({
        at: utc(event.at),
        axis: event.axis,
        from: event.from_status,
        to: event.to_status,
        actor: event.actor_kind,
        actor_name: isDesk ? event.actor_name : null,
        note: isDesk || event.actor_kind === 'customer' || event.actor_kind === 'visitor' ? event.note : null,
      })),
    access_url: bookingUrl(row),
    updated_at: row.updatedAt.toISOString(),
  };
}
