import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { id, moment, must, oneOf, stamps } from '../columns.ts';
import { NOTICE_CHANNELS, NOTICE_STATUSES } from '../enums.ts';
import { bookings } from './events.ts';
import { orders } from './orders.ts';

/**
 * The outbox a person can read: everything the shop says by mail and SMS. `dedupeKey` names its cause, so one cause is
 * one message however often its job runs. `captured` is what a shop without a mail or SMS service would have sent.
 */
export const notifications = pgTable(
  'notifications',
  {
    id: id(),
    event: text().notNull(),
    channel: text({ enum: NOTICE_CHANNELS }).notNull(),
    audience: text({ enum: ['customer', 'staff'] }).notNull(),
    recipient: varchar({ length: 254 }).notNull(),
    subject: varchar({ length: 200 }),
    body: text().notNull(),
    locale: text(),
    orderId: uuid().references(() => orders.id, { onDelete: 'restrict' }),
    bookingId: uuid().references(() => bookings.id, { onDelete: 'restrict' }),
    status: text({ enum: NOTICE_STATUSES }).notNull().default('queued'),
    dedupeKey: text().notNull(),
    attempts: integer().notNull().default(0),
    error: varchar({ length: 500 }),
    sentAt: moment(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('notifications_dedupe_key').on(t.dedupeKey),
    index('notifications_list').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('notifications_by_status').on(t.status, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('notifications_by_channel').on(t.channel, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('notifications_recipient_trigram').using('gin', t.recipient.op('gin_trgm_ops')),
    index('notifications_subject_trigram').using('gin', t.subject.op('gin_trgm_ops')),
    index('notifications_order').on(t.orderId),
    index('notifications_booking').on(t.bookingId).where(sql`booking_id is not null`),
    // A handful among hundreds of thousands.
    index('notifications_failed')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`status = 'failed'`),
    index('notifications_recipient').on(sql`lower(${t.recipient})`),
    index('notifications_open').on(t.createdAt).where(sql`status in ('queued', 'sending')`),
    oneOf('notifications_channel', 'channel', NOTICE_CHANNELS),
    oneOf('notifications_audience', 'audience', ['customer', 'staff']),
    oneOf('notifications_status', 'status', NOTICE_STATUSES),
    must('notifications_body_length', 'length(body) <= 20000'),
  ],
);
