import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { newId } from '#db/columns';
import { packages, themes } from '#db/schema/events';
import { seal } from '#lib/auth/secrets';
import { actorRow, type Context, isStaff, requireRole } from '#lib/context';
import { callFunction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { findFirstResult, type Idempotency } from '#lib/idempotency';
import { takeLimit } from '#lib/kv/limits';
import { requirePhone } from '#lib/orders/commands/commit-order';
import { whoOrders } from '#lib/orders/commands/desk-order';
import { readStanding } from '#lib/orders/commands/phone-proof';
import { requireAccount } from '#lib/orders/commands/place-order';
import type { Settings } from '#lib/settings/input';
import { getSettings } from '#lib/settings/queries';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { PlaceBooking, PlaceDeskBooking } from '../booking-input.ts';
import type { BookingDto } from '../booking-output.ts';
import { BOOKING_DAYS_AHEAD } from '../booking-rules.ts';
import type { BookingView } from '../queries/booking-columns.ts';
import { readBooking } from '../queries/bookings.ts';

export type PlacedBooking = { booking: BookingDto; replayed: boolean };
type Extra = { idempotency?: Idempotency | null; channel?: 'web' | 'api' };

const HOUR_SECONDS = 60 * 60;
/** Nobody celebrates that often; a shop full of made-up requests is worth nobody's hour. */
const PER_PHONE = { limit: 10, windowSeconds: HOUR_SECONDS };
const PER_ADDRESS = { limit: 30, windowSeconds: HOUR_SECONDS };

const stored = z.object({ booking_id: z.uuid() });
const placed = stored.extend({ replayed: z.boolean() });

/** Throws VALIDATION_ERROR for a day that is over, or further ahead than anybody plans. */
export function requireBookableDay(date: string, { now }: Context, shop: Settings['shop']): void {
  const today = dayOf(now, shop.time_zone);
  if (date < today) throw ValidationError.of('date', 'VAL_003', 'That day is over. Choose one from today on.');
  if (date > addDays(today, BOOKING_DAYS_AHEAD)) {
    throw ValidationError.of('date', 'VAL_003', 'That is too far ahead for us to promise.');
  }
}

/** What was chosen is on sale, and large enough. */
async function requireOffered(ctx: Context, { package_id, theme_id, guests }: PlaceBooking | PlaceDeskBooking) {
  const [[offered], [look]] = await Promise.all([
    package_id === null
      ? [null]
      : ctx.db
          .select({ maxGuests: packages.maxGuests })
          .from(packages)
          .where(and(eq(packages.id, package_id), eq(packages.active, true), isNull(packages.archivedAt))),
    theme_id === null
      ? [null]
      : ctx.db
          .select({ id: themes.id })
          .from(themes)
          .where(and(eq(themes.id, theme_id), eq(themes.active, true), isNull(themes.archivedAt))),
  ]);
  if (offered === undefined) {
    throw ValidationError.of('package_id', 'VAL_003', 'Choose one of the packages offered.');
  }
  if (look === undefined) throw ValidationError.of('theme_id', 'VAL_003', 'Choose one of the themes offered.');
  const most = offered?.maxGuests ?? null;
  if (most !== null && guests !== null && guests > most) {
    throw ValidationError.of('guests', 'VAL_003', `This package is for at most ${most} guests.`);
  }
}

type Client = {
  customer_id: string | null;
  customer_name: string;
  customer_phone: string;
  customer_email: string | null;
};

async function commitBooking(
  ctx: Context,
  input: PlaceBooking | PlaceDeskBooking,
  client: Client,
  {
    channel,
    anyDay,
    idempotency,
  }: { channel: 'web' | 'api' | 'desk'; anyDay: boolean; idempotency: Idempotency | null },
) {
  const { shop } = await getSettings(ctx);
  const result = await callFunction(ctx, 'place_booking', {
    booking: {
      id: newId(),
      new_customer_id: newId(),
      ...client,
      channel,
      event_type: input.event_type,
      event_date: input.date,
      starts_at: input.time === null ? null : momentAt(input.date, input.time, shop.time_zone),
      venue: input.venue,
      guests: input.guests,
      package_id: input.package_id,
      theme_id: input.theme_id,
      message: input.message,
      currency: shop.currency,
      prefix: shop.order_prefix,
      locale: ctx.locale,
      source: { ip_hash: ctx.addressHash ?? undefined, request_id: ctx.requestId },
      placed_at: ctx.now,
      placed_on: dayOf(ctx.now, shop.time_zone),
    },
    any_day: anyDay,
    actor: actorRow(ctx),
    idempotency,
  });
  return placed.parse(result);
}

/** Runs `place`; when it is refused, looks for a first answer under the key, which no longer passes today's checks. */
async function once(
  ctx: Context,
  idempotency: Idempotency | null,
  view: BookingView,
  place: () => Promise<z.output<typeof placed>>,
): Promise<PlacedBooking> {
  let result: z.output<typeof placed>;
  try {
    result = await place();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'DB_001') throw error;
    const first = idempotency && (await findFirstResult(ctx, idempotency));
    if (!first) throw error;
    result = { ...stored.parse(first), replayed: true };
  }
  return { booking: await readBooking(ctx, result.booking_id, view), replayed: result.replayed };
}

/**
 * Asks for an event, as a visitor or the signed-in customer; no day is taken before the shop confirms. Throws
 * VALIDATION_ERROR, BOOK_001 (`reason`: the day is blocked or full), AUTH_002 (`why`: the shop wants an account),
 * AUTH_003 (a blocked customer), REQ_003, REQ_004, RATE_001. The same idempotency key answers the first booking again.
 */
export async function placeBooking(ctx: Context, input: PlaceBooking, extra: Extra = {}): Promise<PlacedBooking> {
  // Open to everybody: anyone may ask.
  const { shop, checkout } = await getSettings(ctx);
  const { name, phone: typed, email } = input.client_info;
  const phone = requirePhone(typed, shop.country, 'client_info.phone');
  const client: Client = {
    customer_id: ctx.actor.kind === 'customer' ? ctx.actor.customerId : null,
    customer_name: name,
    customer_phone: phone,
    customer_email: email,
  };
  const { idempotency = null, channel = 'web' } = extra;
  return once(ctx, idempotency, 'client', async () => {
    requireAccount(ctx, checkout.identity);
    const { flags } = await readStanding(ctx, { ...client, channel });
    if (flags.has('blocked')) throw new DomainError('AUTH_003', { phone: shop.phone });
    requireBookableDay(input.date, ctx, shop);
    await requireOffered(ctx, input);
    if (ctx.addressHash && !isStaff(ctx)) {
      await takeLimit(ctx, { name: 'bookings-address', subject: ctx.addressHash, ...PER_ADDRESS });
    }
    await takeLimit(ctx, { name: 'bookings-phone', subject: seal('booking-phone', phone), ...PER_PHONE });
    return commitBooking(ctx, input, client, { channel, anyDay: false, idempotency });
  });
}

/**
 * Notes a booking taken on the phone, for a customer on file (`customer_id`) or somebody new; with `any_day` also for a
 * day that is blocked or full. Throws what `placeBooking` throws, and DB_002 for an unknown customer.
 */
export async function placeDeskBooking(
  ctx: Context,
  input: PlaceDeskBooking,
  { idempotency = null }: Extra = {},
): Promise<PlacedBooking> {
  requireRole(ctx, 'staff');
  const { shop } = await getSettings(ctx);
  const { name, phone, email } = input.client_info;
  if (phone !== null) requirePhone(phone, shop.country, 'client_info.phone');
  const client = await whoOrders(
    ctx,
    { customer_id: input.customer_id, customer_name: name, customer_phone: phone, customer_email: email },
    shop.country,
  );
  return once(ctx, idempotency, 'desk', async () => {
    requireBookableDay(input.date, ctx, shop);
    await requireOffered(ctx, input);
    return commitBooking(ctx, input, client, { channel: 'desk', anyDay: input.any_day, idempotency });
  });
}
