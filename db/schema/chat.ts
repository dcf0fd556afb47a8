import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { id, moment, must, oneOf, stamps } from '../columns.ts';
import { CHAT_SENDERS, CHAT_STATUSES } from '../enums.ts';
import { users } from './auth.ts';
import { carts } from './cart.ts';
import { customers } from './customers.ts';

/** Where the visitor was when the talk began; nothing about who they are. */
export type ChatContext = { path?: string };

/** A talk, known to the visitor's browser by a secret of which only the hash is stored. */
export const chatSessions = pgTable(
  'chat_sessions',
  {
    id: id(),
    sessionHash: text().notNull(),
    userId: uuid().references(() => users.id, { onDelete: 'set null' }),
    customerId: uuid().references(() => customers.id, { onDelete: 'set null' }),
    cartId: uuid().references(() => carts.id, { onDelete: 'set null' }),
    visitorName: varchar({ length: 100 }).notNull().default(''),
    /** Where an answer goes that was not read here. */
    visitorEmail: varchar({ length: 254 }),
    /** BCP 47 language the visitor read the shop in. */
    locale: text().notNull(),
    status: text({ enum: CHAT_STATUSES }).notNull().default('open'),
    assignedTo: uuid().references(() => users.id, { onDelete: 'set null' }),
    lastMessageAt: moment(),
    /** The number of its newest message; raised under the lock of this row. */
    lastSeq: integer().notNull().default(0),
    unreadStaff: integer().notNull().default(0),
    unreadVisitor: integer().notNull().default(0),
    /** Up to which message the visitor, or the staff, have been written to because nobody had read it. */
    mailedSeq: integer().notNull().default(0),
    alarmedSeq: integer().notNull().default(0),
    linkVersion: integer().notNull().default(1),
    context: jsonb().$type<ChatContext>().notNull().default({}),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('chat_sessions_session_key').on(t.sessionHash),
    index('chat_sessions_list').on(t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('chat_sessions_status').on(t.status, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('chat_sessions_assigned')
      .on(t.assignedTo, t.lastMessageAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`assigned_to is not null`),
    index('chat_sessions_customer').on(t.customerId).where(sql`customer_id is not null`),
    index('chat_sessions_user').on(t.userId).where(sql`user_id is not null`),
    index('chat_sessions_cart').on(t.cartId).where(sql`cart_id is not null`),
    index('chat_sessions_name_trigram').using('gin', t.visitorName.op('gin_trgm_ops')),
    index('chat_sessions_email_trigram').using('gin', t.visitorEmail.op('gin_trgm_ops')),
    index('chat_sessions_unread').on(t.lastMessageAt).where(sql`unread_staff > 0 or unread_visitor > 0`),
    oneOf('chat_sessions_status_known', 'status', CHAT_STATUSES),
    must('chat_sessions_unread_counts', 'unread_staff >= 0 and unread_visitor >= 0'),
  ],
);

export const chatMessages = pgTable(
  'chat_messages',
  {
    id: id(),
    chatSessionId: uuid()
      .notNull()
      .references(() => chatSessions.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    senderType: text({ enum: CHAT_SENDERS }).notNull(),
    senderId: uuid().references(() => users.id, { onDelete: 'set null' }),
    message: varchar({ length: 4000 }).notNull(),
    /** Made by whoever sends: a retry is not a second message. */
    clientId: varchar({ length: 64 }).notNull(),
    at: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('chat_messages_seq_key').on(t.chatSessionId, t.seq),
    uniqueIndex('chat_messages_client_key').on(t.chatSessionId, t.clientId),
    oneOf('chat_messages_sender', 'sender_type', CHAT_SENDERS),
    must('chat_messages_present', 'length(btrim(message)) > 0'),
  ],
);
