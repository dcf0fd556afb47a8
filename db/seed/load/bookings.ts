import { newId } from '#db/columns';
import type { BookingStatus } from '#db/enums';
import type { bookingCounters, bookingDays, bookingEvents, bookings } from '#db/schema/events';
import type { payments } from '#db/schema/orders';
import { addDays, dayOf, momentAt } from '#lib/time';
import type { BookingSeed, Preset } from '../preset.ts';

type Rows = {
  counters: (typeof bookingCounters.$inferInsert)[];
  bookings: (typeof bookings.$inferInsert)[];
  events: (typeof bookingEvents.$inferInsert)[];
  days: (typeof bookingDays.$inferInsert)[];
  payments: (typeof payments.$inferInsert)[];
};
type Client = { id?: string; name: string; phone?: string | null; email?: string | null };
type Offered = { id?: string; name: string; perDayCapacity?: number };
type Offers = { packages: readonly Offered[]; themes: readonly Offered[] };

const WAY: readonly BookingStatus[] = ['requested', 'quoted', 'accepted', 'confirmed', 'completed'];
const DAY_MS = 86_400_000;

/** The bookings of a demo shop as the commands would have left them: numbers, timelines, days taken, deposits booked. */
export function bookingRows(preset: Preset, clients: readonly Client[], offers: Offers, now: Date): Rows {
  const rows: Rows = { counters: [], bookings: [], events: [], days: [], payments: [] };
  const reachable = clients.filter(({ phone }) => phone);
  const counts = new Map<string, number>();
  preset.bookings?.forEach((seed, index) => {
    const client = reachable[index % reachable.length];
    if (client) addBooking(rows, { preset, seed, client, offers, now, counts });
  });
  rows.counters = [...counts].map(([day, lastValue]) => ({ day, lastValue }));
  return rows;
}

function addBooking(
  rows: Rows,
  {
    preset: { shop },
    seed,
    client,
    offers,
    now,
    counts,
  }: { preset: Preset; seed: BookingSeed; client: Client; offers: Offers; now: Date; counts: Map<string, number> },
): void {
  const id = newId();
  const placedAt = new Date(now.getTime() - seed.askedDaysAgo * DAY_MS - 2 * 3_600_000);
  const placedOn = dayOf(placedAt, shop.timeZone);
  const eventDate = addDays(dayOf(now, shop.timeZone), seed.inDays);
  const count = (counts.get(placedOn) ?? 0) + 1;
  counts.set(placedOn, count);
  const [offered, look] = [
    offers.packages[seed.package],
    seed.theme === undefined ? undefined : offers.themes[seed.theme],
  ];
  const steps = WAY.slice(0, WAY.indexOf(seed.status) + 1);
  const stepMs = (now.getTime() - placedAt.getTime()) / (steps.length + 1);
  rows.bookings.push({
    id,
    bookingNumber: `${shop.orderPrefix}-B-${placedOn.replaceAll('-', '')}-${String(count).padStart(3, '0')}`,
    channel: 'web',
    customerId: client.id,
    clientName: client.name,
    clientPhone: client.phone ?? '',
    clientEmail: client.email ?? null,
    eventType: seed.occasion,
    eventDate,
    startsAt: seed.time ? momentAt(eventDate, seed.time, shop.timeZone) : null,
    venue: seed.venue,
    guests: seed.guests,
    packageId: offered?.id,
    packageName: offered?.name,
    themeId: look?.id,
    themeName: look?.name,
    message: seed.message,
    status: seed.status,
    currency: shop.currency,
    quotedMinor: seed.quoted,
    depositMinor: seed.deposit,
    quoteExpiresAt: seed.status === 'quoted' ? new Date(now.getTime() + 8 * DAY_MS) : null,
    paidMinor: seed.paid ?? 0,
    placedOn,
    createdAt: placedAt,
    updatedAt: placedAt,
    version: steps.length,
  });
  steps.forEach((toStatus, step) => {
    rows.events.push({
      bookingId: id,
      axis: 'booking',
      fromStatus: steps[step - 1] ?? null,
      toStatus,
      actorKind: toStatus === 'requested' || toStatus === 'accepted' ? 'visitor' : 'system',
      at: new Date(placedAt.getTime() + step * stepMs),
    });
  });
  if (seed.paid) {
    const at = new Date(placedAt.getTime() + 2.5 * stepMs);
    rows.payments.push({
      bookingId: id,
      kind: 'charge',
      method: 'bank_transfer',
      amountMinor: seed.paid,
      currency: shop.currency,
      status: 'confirmed',
      bookedOn: dayOf(at, shop.timeZone),
      createdAt: at,
      updatedAt: at,
    });
  }
  if (offered?.id && (seed.status === 'confirmed' || seed.status === 'completed')) {
    rows.days.push({ packageId: offered.id, onDate: eventDate, capacity: offered.perDayCapacity ?? 1, booked: 1 });
  }
}
