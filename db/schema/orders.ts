import { sql } from 'drizzle-orm';
import { char, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { folded, id, minor, moment, must, oneOf, stamps, versionChanges } from '../columns.ts';
import {
  ACTOR_KINDS,
  ALLERGENS,
  CHANNELS,
  DELIVERY_TYPES,
  ORDER_EVENT_AXES,
  ORDER_STATUSES,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  PAYMENT_STATES,
  PAYMENT_STATUSES,
} from '../enums.ts';
import { users } from './auth.ts';
import { products, productVariants } from './catalog.ts';
import { media } from './content.ts';
import { customers } from './customers.ts';
import { bookings } from './events.ts';
import { deliveryZones, locations, slots } from './promise.ts';

export type DeliveryAddress = { street: string; city: string; postal_code?: string; notes?: string };
export type Gift = { recipient_name: string; recipient_phone?: string; card_text?: string; hide_prices: boolean };
export type OrderSource = { ip_hash?: string; request_id?: string };

/** The last order number given out per business day; raised inside the order statement. */
export const orderCounters = pgTable('order_counters', {
  day: date().primaryKey(),
  lastValue: integer().notNull(),
});

export const orders = pgTable(
  'orders',
  {
    id: id(),
    orderNumber: varchar({ length: 40 }).notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    customerId: uuid().references(() => customers.id, { onDelete: 'restrict' }),
    customerName: varchar({ length: 100 }).notNull(),
    customerPhone: varchar({ length: 16 }).notNull(),
    customerEmail: varchar({ length: 254 }),
    status: text({ enum: ORDER_STATUSES }).notNull().default('pending'),
    paymentStatus: text({ enum: PAYMENT_STATUSES }).notNull().default('unpaid'),
    paymentMethod: text({ enum: PAYMENT_METHODS }).notNull(),
    deliveryType: text({ enum: DELIVERY_TYPES }).notNull(),
    slotId: uuid().references(() => slots.id, { onDelete: 'restrict' }),
    locationId: uuid().references(() => locations.id, { onDelete: 'restrict' }),
    slotStartsAt: moment(),
    slotEndsAt: moment(),
    /** What it takes of the slot's load. */
    loadPoints: integer().notNull().default(0),
    zoneId: uuid().references(() => deliveryZones.id, { onDelete: 'set null' }),
    /** Why staff promised what the rules refuse. */
    overrideReason: varchar({ length: 200 }),
    /** Language of what the customer is told; null = the shop's. */
    locale: text(),
    preferredTime: varchar({ length: 100 }),
    deliveryAddress: jsonb().$type<DeliveryAddress>(),
    specialInstructions: varchar({ length: 500 }),
    gift: jsonb().$type<Gift>(),
    currency: char({ length: 3 }).notNull(),
    subtotalMinor: minor().notNull(),
    deliveryMinor: minor().notNull().default(0),
    adjustmentMinor: minor().notNull().default(0),
    totalMinor: minor().notNull(),
    /** Confirmed charges less confirmed refunds. */
    paidMinor: minor().notNull().default(0),
    paymentDueAt: moment(),
    verifiedAt: moment(),
    linkVersion: integer().notNull().default(1),
    source: jsonb().$type<OrderSource>().notNull().default({}),
    cancelReason: varchar({ length: 200 }),
    placedAt: moment().notNull().defaultNow(),
    /** The business day of placing, in the shop's time zone. */
    placedOn: date().notNull(),
    confirmedAt: moment(),
    readyAt: moment(),
    completedAt: moment(),
    cancelledAt: moment(),
    version: integer().notNull().default(1),
    /** By the trigger `orders_changes`. */
    changes: versionChanges(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('orders_number_key').on(t.orderNumber),
    index('orders_due')
      .on(t.slotStartsAt, t.placedAt)
      .where(sql`status in ('pending', 'confirmed', 'processing', 'ready')`),
    index('orders_phone').on(t.customerPhone, t.placedAt.desc().nullsFirst()),
    index('orders_customer').on(t.customerId, t.placedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // Whole, though many are null: the planner takes figures about an expression only from an index without condition.
    // What the list filters by stands behind its order, so that counting needs no more than the index.
    index('orders_list').on(
      t.placedAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
      t.deliveryType,
      t.status,
      t.paymentStatus,
    ),
    index('orders_status').on(t.status, t.placedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('orders_payment_status').on(
      t.paymentStatus,
      t.placedAt.desc().nullsFirst(),
      t.id.desc().nullsFirst(),
      t.status,
    ),
    index('orders_by_total').on(t.totalMinor, t.id),
    index('orders_by_name').on(t.customerName, t.id),
    index('orders_slot_day').on(t.slotStartsAt).where(sql`slot_starts_at is not null`),
    index('orders_slot').on(t.slotId).where(sql`slot_id is not null`),
    index('orders_name_folded').using('gin', sql`${folded('customer_name')} gin_trgm_ops`),
    index('orders_email').on(sql`lower(customer_email) text_pattern_ops`).where(sql`customer_email is not null`),
    index('orders_payment_due').on(t.paymentDueAt).where(sql`payment_due_at is not null and status = 'pending'`),
    must('orders_load', 'load_points >= 0'),
    oneOf('orders_status_known', 'status', ORDER_STATUSES),
    oneOf('orders_payment_status_known', 'payment_status', PAYMENT_STATUSES),
    oneOf('orders_payment_method_known', 'payment_method', PAYMENT_METHODS),
    oneOf('orders_delivery_type_known', 'delivery_type', DELIVERY_TYPES),
    oneOf('orders_channel_known', 'channel', CHANNELS),
    must('orders_customer_name_present', 'length(btrim(customer_name)) > 0'),
    must('orders_customer_phone_e164', "customer_phone ~ '^\\+[1-9][0-9]{6,14}$'"),
    must('orders_amounts', 'subtotal_minor >= 0 and delivery_minor >= 0 and total_minor >= 0 and paid_minor >= 0'),
    must('orders_total', 'total_minor = subtotal_minor + delivery_minor + adjustment_minor'),
    must(
      'orders_delivery_needs_address',
      "delivery_type <> 'delivery' or (delivery_address is not null and length(btrim(coalesce(delivery_address->>'street', ''))) > 0 and length(btrim(coalesce(delivery_address->>'city', ''))) > 0)",
    ),
    must('orders_address_notes', "length(coalesce(delivery_address->>'notes', '')) <= 200"),
    must('orders_gift_card', "length(coalesce(gift->>'card_text', '')) <= 300"),
  ],
);

/** Copies of what was sold: they never change with the catalogue. */
export const orderItems = pgTable(
  'order_items',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id, { onDelete: 'restrict' }),
    productId: uuid().references(() => products.id, { onDelete: 'set null' }),
    variantId: uuid().references(() => productVariants.id, { onDelete: 'set null' }),
    productName: varchar({ length: 200 }).notNull(),
    variantTitle: varchar({ length: 100 }).notNull().default(''),
    sku: varchar({ length: 100 }),
    quantity: integer().notNull(),
    unitPriceMinor: minor().notNull(),
    lineTotalMinor: minor().notNull(),
    onDate: date(),
    note: varchar({ length: 200 }).notNull().default(''),
    allergens: text({ enum: ALLERGENS }).array().notNull().default(sql`'{}'`),
    position: integer().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('order_items_position_key').on(t.orderId, t.position),
    index('order_items_product').on(t.productId, t.orderId),
    index('order_items_variant').on(t.variantId),
    index('order_items_on_date').on(t.onDate).where(sql`on_date is not null`),
    must('order_items_quantity', 'quantity >= 1'),
    must('order_items_price', 'unit_price_minor >= 0'),
    must('order_items_line_total', 'line_total_minor = quantity * unit_price_minor'),
  ],
);

/** One movement of money. Confirmed refunds never exceed confirmed charges (function `record_payment`). */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    orderId: uuid().references(() => orders.id, { onDelete: 'restrict' }),
    bookingId: uuid().references(() => bookings.id, { onDelete: 'restrict' }),
    kind: text({ enum: PAYMENT_KINDS }).notNull(),
    method: text({ enum: PAYMENT_METHODS }).notNull(),
    amountMinor: minor().notNull(),
    currency: char({ length: 3 }).notNull(),
    status: text({ enum: PAYMENT_STATES }).notNull(),
    reference: varchar({ length: 100 }),
    proofMediaId: uuid().references(() => media.id, { onDelete: 'restrict' }),
    recordedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    confirmedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    note: varchar({ length: 200 }),
    /** The business day on which it was confirmed. */
    bookedOn: date(),
    ...stamps(),
  },
  (t) => [
    index('payments_order').on(t.orderId),
    index('payments_booking').on(t.bookingId).where(sql`booking_id is not null`),
    index('payments_proof').on(t.proofMediaId).where(sql`proof_media_id is not null`),
    index('payments_submitted').on(t.createdAt).where(sql`status = 'submitted'`),
    index('payments_list').on(t.status, t.createdAt, t.id),
    oneOf('payments_kind', 'kind', PAYMENT_KINDS),
    oneOf('payments_method', 'method', PAYMENT_METHODS),
    oneOf('payments_status', 'status', PAYMENT_STATES),
    must('payments_amount', 'amount_minor > 0'),
    must('payments_booked', "(status = 'confirmed') = (booked_on is not null)"),
    must('payments_one_subject', '(order_id is null) <> (booking_id is null)'),
  ],
);

/** Append-only (trigger): the timeline of an order. */
export const orderEvents = pgTable(
  'order_events',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id, { onDelete: 'restrict' }),
    axis: text({ enum: ORDER_EVENT_AXES }).notNull(),
    fromStatus: text(),
    toStatus: text(),
    actorKind: text({ enum: ACTOR_KINDS }).notNull(),
    actorId: uuid(),
    note: varchar({ length: 500 }),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    index('order_events_order').on(t.orderId, t.at, t.id),
    oneOf('order_events_axis', 'axis', ORDER_EVENT_AXES),
    oneOf('order_events_actor', 'actor_kind', ACTOR_KINDS),
  ],
);

/**
 * Figures per business day of the shop, kept by triggers on `orders` and `payments` so that the dashboard stays cheap.
 * The counts say where the orders *placed* that day stand now; `sold_minor` is their total without cancelled ones;
 * `revenue_minor` is confirmed charges less confirmed refunds *booked* that day.
 */
export const dailyFigures = pgTable('daily_figures', {
  day: date().primaryKey(),
  pending: integer().notNull().default(0),
  confirmed: integer().notNull().default(0),
  processing: integer().notNull().default(0),
  ready: integer().notNull().default(0),
  completed: integer().notNull().default(0),
  cancelled: integer().notNull().default(0),
  pendingPayments: integer().notNull().default(0),
  soldMinor: minor().notNull().default(0),
  revenueMinor: minor().notNull().default(0),
});
