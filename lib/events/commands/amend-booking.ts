import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { bookings, packages, themes } from '#db/schema/events';
import { actorRow, type Context, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { getSettings } from '#lib/settings/queries';
import { clockAt, momentAt } from '#lib/time';
import type { AmendBooking } from '../booking-input.ts';
import type { BookingDto } from '../booking-output.ts';
import { OPEN_BOOKINGS } from '../booking-rules.ts';
import { readBooking } from '../queries/bookings.ts';
import { tellingChanges } from './telling-changes.ts';

type Input = AmendBooking & { booking_id: string };

const ATTEMPTS = 3;
/** What the timeline holds of one step, and of one value in it. */
const LONGEST_NOTE = 500;
const LONGEST_VALUE = 80;

async function readEvent(ctx: Context, booking_id: string) {
  const [row] = await ctx.db
    .select({
      version: bookings.version,
      date: bookings.eventDate,
      maxGuests: packages.maxGuests,
      event: {
        event_type: bookings.eventType,
        starts_at: bookings.startsAt,
        venue: bookings.venue,
        guests: bookings.guests,
        theme_id: bookings.themeId,
        theme_name: bookings.themeName,
        message: bookings.message,
      },
    })
    .from(bookings)
    .leftJoin(packages, eq(packages.id, bookings.packageId))
    .where(eq(bookings.id, booking_id));
  if (!row) throw new DomainError('DB_002');
  return row;
}
type Known = Awaited<ReturnType<typeof readEvent>>;
type Event = Known['event'];

/** The theme as named; one that is not shown any more can only be kept. */
async function themeOf(ctx: Context, { event }: Known, named: string | null | undefined) {
  if (named === undefined || named === event.theme_id)
    return { theme_id: event.theme_id, theme_name: event.theme_name };
  if (named === null) return { theme_id: null, theme_name: null };
  const [offered] = await ctx.db
    .select({ theme_id: themes.id, theme_name: themes.name })
    .from(themes)
    .where(and(eq(themes.id, named), eq(themes.active, true), isNull(themes.archivedAt)));
  if (!offered) throw ValidationError.of('theme_id', 'VAL_003', 'Choose one of the themes offered.');
  return offered;
}

/** The event as it will be: what was not named stays. */
async function eventAfter(ctx: Context, known: Known, input: Input, timeZone: string): Promise<Event> {
  const { event, date, maxGuests } = known;
  const { event_type = event.event_type, venue = event.venue, message = event.message, time } = input;
  const guests = input.guests === undefined ? event.guests : input.guests;
  if (maxGuests !== null && guests !== null && guests > maxGuests && guests !== event.guests) {
    throw ValidationError.of('guests', 'VAL_003', `This package is for at most ${maxGuests} guests.`);
  }
  const starts_at = time === undefined ? event.starts_at : time === null ? null : momentAt(date, time, timeZone);
  return { event_type, venue, message, guests, starts_at, ...(await themeOf(ctx, known, input.theme_id)) };
}

const short = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);

/** What changes, by name, and in words for the timeline. */
function compare(before: Event, after: Event, timeZone: string) {
  const clock = ({ starts_at: at }: Event) => at && clockAt(at, timeZone);
  const facts: [string, string, (event: Event) => string | number | null][] = [
    ['event_type', 'Occasion', ({ event_type }) => event_type],
    ['time', 'Begins at', clock],
    ['venue', 'Where', ({ venue }) => venue],
    ['guests', 'Guests', ({ guests }) => guests],
    ['theme', 'Theme', ({ theme_name }) => theme_name],
    ['message', 'Message', ({ message }) => message],
  ];
  const said = (value: string | number | null) => (value === null || value === '' ? '–' : short(String(value)));
  const differing = facts.filter(([, , of]) => of(before) !== of(after));
  return {
    fields: differing.map(([name]) => name),
    words: differing.map(([, label, of]) => `${label}: ${said(of(before))} → ${said(of(after))}.`),
  };
}

/**
 * Changes what was asked for (occasion, hour, place, guests, theme, message); what is not named stays, and so do day,
 * package and price. The client is told; `reason` stands in the timeline. Throws DB_002, REQ_002, BOOK_002 (it is over),
 * VALIDATION_ERROR.
 */
export async function amendBooking(ctx: Context, input: Input): Promise<BookingDto> {
  requireRole(ctx, 'staff');
  await tellingChanges(ctx, input, () => amend(ctx, input));
  return readBooking(ctx, input.booking_id, 'desk');
}

async function amend(ctx: Context, input: Input): Promise<void> {
  const { booking_id, version, reason } = input;
  const { time_zone: timeZone } = (await getSettings(ctx)).shop;
  for (let attempt = 1; ; attempt += 1) {
    const known = await readEvent(ctx, booking_id);
    if (version !== null && version !== known.version) throw new DomainError('REQ_002', { version: known.version });
    const event = await eventAfter(ctx, known, input, timeZone);
    const { fields, words } = compare(known.event, event, timeZone);
    if (fields.length === 0) return;
    try {
      await callFunction(ctx, 'amend_booking', {
        booking_id,
        event,
        version: known.version,
        statuses: OPEN_BOOKINGS,
        fields,
        note: [...(reason === null ? [] : [`Reason: ${reason}.`]), ...words].join(' ').slice(0, LONGEST_NOTE),
        actor: actorRow(ctx),
        now: ctx.now,
        request_id: ctx.requestId,
      });
      return;
    } catch (error) {
      // Nobody looked at that version: it is planned anew with what stands there now.
      const isStale = error instanceof DomainError && error.code === 'REQ_002' && version === null;
      if (!isStale || attempt === ATTEMPTS) throw error;
    }
  }
}
