import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { citext, id, moment, must, oneOf, stamps } from '../columns.ts';
import { ROLES, SESSION_KINDS } from '../enums.ts';

/** A login. That at least one active admin remains is kept by the trigger `users_keep_an_admin`. */
export const users = pgTable(
  'users',
  {
    id: id(),
    username: citext(),
    email: citext(),
    name: varchar({ length: 100 }).notNull(),
    passwordHash: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    locale: text(),
    isActive: boolean().notNull().default(true),
    sessionVersion: integer().notNull().default(1),
    lastLoginAt: moment(),
    passwordChangedAt: moment(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('users_username_key').on(t.username),
    uniqueIndex('users_email_key').on(t.email),
    oneOf('users_role', 'role', ROLES),
    must('users_has_a_name_to_sign_in', 'username is not null or email is not null'),
    must('users_username_length', 'username is null or length(username::text) between 1 and 100'),
    must('users_email_length', 'email is null or length(email::text) <= 254'),
  ],
);

/**
 * The authenticator app of somebody at the desk: their codes are asked for once `confirmed_at` is set. The secret is
 * encrypted; `last_step` is the time step of the newest code that was taken, so that none is taken twice.
 */
export const secondFactors = pgTable('second_factors', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  secret: text().notNull(),
  confirmedAt: moment(),
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  ...stamps(),
});

/** For when the phone is gone; each is good once. They end with the app they stand in for. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => secondFactors.userId, { onDelete: 'cascade' }),
    codeHash: text().notNull(),
    usedAt: moment(),
    ...stamps(),
  },
  (t) => [uniqueIndex('recovery_codes_user_code_key').on(t.userId, t.codeHash)],
);

/** Every token and cookie carries the id of its row here; `revoked_at` ends it at once. */
export const authSessions = pgTable(
  'auth_sessions',
  {
    id: id(),
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    customerId: uuid(),
    phone: varchar({ length: 16 }),
    name: varchar({ length: 100 }),
    kind: text({ enum: SESSION_KINDS }).notNull(),
    refreshHash: text(),
    familyId: uuid(),
    userAgent: varchar({ length: 300 }),
    ipHash: text(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('auth_sessions_refresh_hash_key').on(t.refreshHash),
    index('auth_sessions_family').on(t.familyId),
    index('auth_sessions_user').on(t.userId),
    index('auth_sessions_customer').on(t.customerId),
    index('auth_sessions_expires_at').on(t.expiresAt),
    oneOf('auth_sessions_kind', 'kind', SESSION_KINDS),
  ],
);

export const phoneVerifications = pgTable(
  'phone_verifications',
  {
    id: id(),
    phone: varchar({ length: 16 }).notNull(),
    channel: text({ enum: ['sms', 'email', 'call_back'] }).notNull(),
    codeHash: text().notNull(),
    attempts: integer().notNull().default(0),
    expiresAt: moment().notNull(),
    confirmedAt: moment(),
    purpose: text().notNull(),
    ipHash: text(),
    ...stamps(),
  },
  (t) => [
    index('phone_verifications_phone').on(t.phone, t.createdAt),
    oneOf('phone_verifications_channel', 'channel', ['sms', 'email', 'call_back']),
    must('phone_verifications_attempts', 'attempts between 0 and 5'),
  ],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    name: varchar({ length: 100 }).notNull(),
    prefix: varchar({ length: 16 }).notNull(),
    keyHash: text().notNull(),
    scopes: text().array().notNull().default(sql`'{}'`),
    createdBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    lastUsedAt: moment(),
    expiresAt: moment(),
    revokedAt: moment(),
    ...stamps(),
  },
  (t) => [uniqueIndex('api_keys_key_hash_key').on(t.keyHash)],
);

/** Written inside the statement it protects, so a refusal leaves no key behind. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    scope: text().notNull(),
    key: varchar({ length: 255 }).notNull(),
    requestHash: text().notNull(),
    result: jsonb().notNull(),
    expiresAt: moment().notNull(),
    ...stamps(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.key] }), index('idempotency_keys_expires_at').on(t.expiresAt)],
);

/** Counters of the strict limits: they hold across processes and are lost only with the database. */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: text().primaryKey(),
    hits: integer().notNull(),
    resetsAt: moment().notNull(),
  },
  (t) => [index('rate_limits_resets_at').on(t.resetsAt)],
);
