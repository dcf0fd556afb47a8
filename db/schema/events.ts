import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { archivable, folded, id, minor, moment, must, oneOf, stamps, versionChanges } from '../columns.ts';
import { ACTOR_KINDS, BOOKING_EVENT_AXES, BOOKING_STATUSES, CHANNELS, PRICE_KINDS } from '../enums.ts';
import { media } from './content.ts';
import { customers } from './customers.ts';

/** What an event decorator sells: a service for one day, of which only so many fit on one day. */
export const packages = pgTable(
  'packages',
  {
    id: id(),
    name: varchar({ length: 200 }).notNull(),
    slug: varchar({ length: 100 }).notNull(),
    description: varchar({ length: 1000 }).notNull().default(''),
    /** Null exactly where the price is told on request. */
    priceMinor: minor(),
    priceKind: text({ enum: PRICE_KINDS }).notNull().default('fixed'),
    durationMinutes: integer(),
    /** Of the quoted amount, due before the day is kept; 0 = no deposit. */
    depositPercent: smallint().notNull().default(0),
    maxGuests: integer(),
    /** Events of this package that can be done on one day. */
    perDayCapacity: integer().notNull().default(1),
    active: boolean().notNull().default(true),
    displayOrder: integer().notNull().default(0),
    version: integer().notNull().default(1),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('packages_slug_key').on(t.slug),
    index('packages_shown').on(t.displayOrder, t.id).where(sql`active and archived_at is null`),
    oneOf('packages_price_kind', 'price_kind', PRICE_KINDS),
    must('packages_price', "(price_kind = 'on_request') = (price_minor is null) and coalesce(price_minor, 0) >= 0"),
    must('packages_slug_shape', "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'"),
    must('packages_deposit', 'deposit_percent between 0 and 100'),
    must('packages_duration', 'duration_minutes is null or duration_minutes between 1 and 10080'),
    must('packages_guests', 'max_guests is null or max_guests >= 1'),
    must('packages_capacity', 'per_day_capacity >= 1'),
  ],
);

export const packageItems = pgTable(
  'package_items',
  {
    id: id(),
    packageId: uuid()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    label: varchar({ length: 200 }).notNull(),
    quantity: integer().notNull().default(1),
    position: smallint().notNull(),
  },
  (t) => [
    uniqueIndex('package_items_position_key').on(t.packageId, t.position),
    must('package_items_quantity', 'quantity >= 1'),
    must('package_items_position', 'position between 1 and 50'),
  ],
);

export const packageImages = pgTable(
  'package_images',
  {
    id: id(),
    packageId: uuid()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'restrict' }),
    position: smallint().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('package_images_position_key').on(t.packageId, t.position),
    index('package_images_media').on(t.mediaId),
    must('package_images_at_most_five', 'position between 1 and 5'),
  ],
);

/** A look with a gallery, chosen beside a package. */
export const themes = pgTable(
  'themes',
  {
    id: id(),
    name: varchar({ length: 200 }).notNull(),
    slug: varchar({ length: 100 }).notNull(),
    description: varchar({ length: 1000 }).notNull().default(''),
    active: boolean().notNull().default(true),
    displayOrder: integer().notNull().default(0),
    version: integer().notNull().default(1),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('themes_slug_key').on(t.slug),
    index('themes_shown').on(t.displayOrder, t.id).where(sql`active and archived_at is null`),
    must('themes_slug_shape', "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'"),
  ],
);

export const themeImages = pgTable(
  'theme_images',
  {
    id: id(),
    themeId: uuid()
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'restrict' }),
    position: smallint().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('theme_images_position_key').on(t.themeId, t.position),
    index('theme_images_media').on(t.mediaId),
    must('theme_images_at_most_twelve', 'position between 1 and 12'),
  ],
);

/** The last booking number given out per business day; raised inside the booking statement. */
export const bookingCounters = pgTable('booking_counters', {
  day: date().primaryKey(),
  lastValue: integer().notNull(),
});

/** An event that somebody asks for. Only a confirmed or completed one takes its day (`booking_days`). */
export const bookings = pgTable(
  'bookings',
  {
    id: id(),
    bookingNumber: varchar({ length: 40 }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    customerId: uuid().references(() => customers.id, { onDelete: 'restrict' }),
    clientName: varchar({ length: 100 }).notNull(),
    clientPhone: varchar({ length: 16 }).notNull(),
    clientEmail: varchar({ length: 254 }),
    eventType: varchar({ length: 60 }).notNull(),
    /** The day in the shop's time zone. */
    eventDate: date().notNull(),
    startsAt: moment(),
    venue: varchar({ length: 300 }).notNull().default(''),
    guests: integer(),
    packageId: uuid().references(() => packages.id, { onDelete: 'restrict' }),
    themeId: uuid().references(() => themes.id, { onDelete: 'set null' }),
    /** Copies of what was asked for, which stay when the catalogue changes. */
    packageName: varchar({ length: 200 }),
    themeName: varchar({ length: 200 }),
    message: varchar({ length: 2000 }).notNull().default(''),
    status: text({ enum: BOOKING_STATUSES }).notNull().default('requested'),
    currency: char({ length: 3 }).notNull(),
    quotedMinor: minor(),
    /** Due before the booking is confirmed; null = none was ever set. */
    depositMinor: minor(),
    /** A quote that nobody accepted until then expires. */
    quoteExpiresAt: moment(),
    /** Confirmed charges less confirmed refunds. */
    paidMinor: minor().notNull().default(0),
    internalNote: varchar({ length: 2000 }).notNull().default(''),
    /** What the client was told when it was declined or cancelled. */
    reason: varchar({ length: 200 }),
    /** Language of what the client is told; null = the shop's. */
    locale: text(),
    linkVersion: integer().notNull().default(1),
    source: jsonb().$type<{ ip_hash?: string; request_id?: string }>().notNull().default({}),
    version: integer().notNull().default(1),
    /** By the trigger `bookings_changes`. */
    changes: versionChanges(),
    /** The business day of asking. */
    placedOn: date().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('bookings_number_key').on(t.bookingNumber),
    index('bookings_list').on(t.eventDate, t.id),
    index('bookings_status').on(t.status, t.eventDate, t.id),
    index('bookings_newest').on(t.createdAt, t.id),
    index('bookings_day').on(t.packageId, t.eventDate),
    index('bookings_customer').on(t.customerId, t.eventDate),
    index('bookings_phone').on(t.clientPhone),
    index('bookings_name_folded').using('gin', sql`${folded('client_name')} gin_trgm_ops`),
    index('bookings_quotes').on(t.quoteExpiresAt).where(sql`status = 'quoted'`),
    oneOf('bookings_status_known', 'status', BOOKING_STATUSES),
    oneOf('bookings_channel_known', 'channel', CHANNELS),
    must('bookings_client_name_present', 'length(btrim(client_name)) > 0'),
    must('bookings_client_phone_e164', "client_phone ~ '^\\+[1-9][0-9]{6,14}$'"),
    must('bookings_guests', 'guests is null or guests >= 1'),
    must('bookings_not_past', 'event_date >= placed_on'),
    must('bookings_amounts', 'coalesce(quoted_minor, 0) >= 0 and paid_minor >= 0'),
    must('bookings_deposit', 'deposit_minor is null or (deposit_minor >= 0 and deposit_minor <= quoted_minor)'),
  ],
);

/**
 * How much of one package's day is taken: the row that a confirmation locks. It appears with the first booking or block;
 * `capacity` is the package's at that moment, so that a smaller one later refuses new bookings and keeps old ones.
 */
export const bookingDays = pgTable(
  'booking_days',
  {
    packageId: uuid()
      .notNull()
      .references(() => packages.id, { onDelete: 'cascade' }),
    onDate: date().notNull(),
    capacity: integer().notNull(),
    booked: integer().notNull().default(0),
    blocked: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.packageId, t.onDate] }),
    index('booking_days_date').on(t.onDate),
    must('booking_days_booked', 'booked >= 0 and booked <= capacity'),
  ],
);

/** Append-only (trigger): the timeline of a booking. */
export const bookingEvents = pgTable(
  'booking_events',
  {
    id: id(),
    bookingId: uuid()
      .notNull()
      .references(() => bookings.id, { onDelete: 'restrict' }),
    axis: text({ enum: BOOKING_EVENT_AXES }).notNull(),
    fromStatus: text(),
    toStatus: text(),
    actorKind: text({ enum: ACTOR_KINDS }).notNull(),
    actorId: uuid(),
    note: varchar({ length: 500 }),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    index('booking_events_booking').on(t.bookingId, t.at, t.id),
    oneOf('booking_events_axis', 'axis', BOOKING_EVENT_AXES),
    oneOf('booking_events_actor', 'actor_kind', ACTOR_KINDS),
  ],
);
