import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  time,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { archivable, id, minor, moment, must, oneOf, stamps } from '../columns.ts';
import { DELIVERY_TYPES, LOCATION_KINDS, OPENING_PURPOSES } from '../enums.ts';

/** `minutes` before the slot starts, or a time of day so many days before. */
export type Cutoff = { kind: 'minutes'; minutes: number } | { kind: 'time'; time: string; daysBefore: number };
/** Which postal codes a zone covers: one code, a prefix, or an inclusive numeric range. */
export type PostalRule =
  | { kind: 'exact'; code: string }
  | { kind: 'prefix'; prefix: string }
  | { kind: 'range'; from: string; to: string };

export const locations = pgTable(
  'locations',
  {
    id: id(),
    name: varchar({ length: 100 }).notNull(),
    kind: text({ enum: LOCATION_KINDS }).notNull().default('shop'),
    street: varchar({ length: 200 }).notNull(),
    city: varchar({ length: 100 }).notNull(),
    postalCode: varchar({ length: 12 }),
    lat: doublePrecision(),
    lng: doublePrecision(),
    instructions: varchar({ length: 500 }),
    active: boolean().notNull().default(true),
    displayOrder: integer().notNull().default(0),
    ...archivable(),
    ...stamps(),
  },
  () => [oneOf('locations_kind', 'kind', LOCATION_KINDS)],
);

/**
 * One row whose version rises with every write to the tables a promise is computed from (triggers `promise_rules_moved`).
 * An order says under which version it was promised, and its statement refuses another one.
 */
export const promiseRules = pgTable(
  'promise_rules',
  { id: smallint().primaryKey().default(1), version: bigint({ mode: 'number' }).notNull().default(1) },
  () => [must('promise_rules_one', 'id = 1')],
);

/** Overlaps per location, purpose and weekday are refused by the exclusion constraint `opening_rules_no_overlap`. */
export const openingRules = pgTable(
  'opening_rules',
  {
    id: id(),
    locationId: uuid()
      .notNull()
      .references(() => locations.id, { onDelete: 'cascade' }),
    purpose: text({ enum: OPENING_PURPOSES }).notNull(),
    weekday: smallint().notNull(),
    starts: time().notNull(),
    ends: time().notNull(),
    slotMinutes: integer().notNull(),
    capacityOrders: integer(),
    capacityLoad: integer(),
    cutoff: jsonb().$type<Cutoff>().notNull(),
    validFrom: date(),
    validTo: date(),
    ...stamps(),
  },
  (t) => [
    index('opening_rules_location').on(t.locationId, t.purpose, t.weekday),
    oneOf('opening_rules_purpose', 'purpose', OPENING_PURPOSES),
    must('opening_rules_weekday', 'weekday between 1 and 7'),
    must('opening_rules_order', 'starts < ends'),
    must('opening_rules_slot', 'slot_minutes between 5 and 1440'),
    must('opening_rules_capacity', 'coalesce(capacity_orders, 0) >= 0 and coalesce(capacity_load, 0) >= 0'),
    must('opening_rules_valid', 'valid_from is null or valid_to is null or valid_from <= valid_to'),
  ],
);

export const closures = pgTable(
  'closures',
  {
    id: id(),
    locationId: uuid().references(() => locations.id, { onDelete: 'cascade' }),
    purpose: text({ enum: OPENING_PURPOSES }),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    publicMessage: varchar({ length: 300 }),
    ...stamps(),
  },
  (t) => [
    index('closures_span').on(t.startsAt, t.endsAt),
    must('closures_order', 'starts_at < ends_at'),
    must(
      'closures_purpose',
      `purpose is null or purpose in (${OPENING_PURPOSES.map((purpose) => `'${purpose}'`).join(', ')})`,
    ),
  ],
);

/** The id is UUID v5 of (location, method, start): a slot has an id before it has a row. */
export const slots = pgTable(
  'slots',
  {
    id: uuid().primaryKey(),
    locationId: uuid()
      .notNull()
      .references(() => locations.id, { onDelete: 'restrict' }),
    method: text({ enum: DELIVERY_TYPES }).notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    cutoffAt: moment().notNull(),
    capacityOrders: integer(),
    capacityLoad: integer(),
    bookedOrders: integer().notNull().default(0),
    bookedLoad: integer().notNull().default(0),
    /** Places that staff gave beyond the capacity; the public never gets them. */
    allowanceOrders: integer().notNull().default(0),
    allowanceLoad: integer().notNull().default(0),
    /** The capacity was set for this slot alone; otherwise each booking takes over what the opening rules say. */
    hasOwnCapacity: boolean().notNull().default(false),
    closed: boolean().notNull().default(false),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('slots_start_key').on(t.locationId, t.method, t.startsAt),
    index('slots_starts_at').on(t.startsAt),
    oneOf('slots_method', 'method', DELIVERY_TYPES),
    must('slots_order', 'starts_at < ends_at'),
    must('slots_allowance', 'allowance_orders >= 0 and allowance_load >= 0'),
    must(
      'slots_orders',
      'booked_orders >= 0 and (capacity_orders is null or booked_orders <= capacity_orders + allowance_orders)',
    ),
    must('slots_load', 'booked_load >= 0 and (capacity_load is null or booked_load <= capacity_load + allowance_load)'),
  ],
);

export const deliveryZones = pgTable(
  'delivery_zones',
  {
    id: id(),
    locationId: uuid()
      .notNull()
      .references(() => locations.id, { onDelete: 'cascade' }),
    name: varchar({ length: 100 }).notNull(),
    postalRules: jsonb().$type<PostalRule[]>().notNull(),
    minOrderMinor: minor().notNull().default(0),
    extraLeadMinutes: integer().notNull().default(0),
    priority: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    index('delivery_zones_active').on(t.priority).where(sql`active and archived_at is null`),
    must('delivery_zones_amounts', 'min_order_minor >= 0 and extra_lead_minutes >= 0'),
  ],
);

/** The fee from a subtotal upwards; 0 is free from there. */
export const deliveryFees = pgTable(
  'delivery_fees',
  {
    id: id(),
    zoneId: uuid()
      .notNull()
      .references(() => deliveryZones.id, { onDelete: 'cascade' }),
    fromSubtotalMinor: minor().notNull(),
    feeMinor: minor().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('delivery_fees_step_key').on(t.zoneId, t.fromSubtotalMinor),
    must('delivery_fees_amounts', 'from_subtotal_minor >= 0 and fee_minor >= 0'),
  ],
);
