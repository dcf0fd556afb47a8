import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, char, index, pgTable, text, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { archivable, citext, folded, id, moment, must, stamps } from '../columns.ts';
import { CUSTOMER_FLAGS } from '../enums.ts';
import { users } from './auth.ts';

/** A person the shop serves, with or without a login. */
export const customers = pgTable(
  'customers',
  {
    id: id(),
    userId: uuid().references(() => users.id, { onDelete: 'set null' }),
    name: varchar({ length: 100 }).notNull(),
    email: citext(),
    phone: varchar({ length: 16 }),
    phoneVerifiedAt: moment(),
    notes: varchar({ length: 2000 }),
    tags: text().array().notNull().default(sql`'{}'`),
    flags: text({ enum: CUSTOMER_FLAGS }).array().notNull().default(sql`'{}'`),
    locale: text(),
    marketingOptInAt: moment(),
    anonymisedAt: moment(),
    /** The same person under another entry: what is done about one of them is done about both. */
    mergedInto: uuid().references((): AnyPgColumn => customers.id, { onDelete: 'set null' }),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('customers_user_key').on(t.userId),
    uniqueIndex('customers_email_key').on(t.email).where(sql`email is not null and archived_at is null`),
    uniqueIndex('customers_verified_phone_key')
      .on(t.phone)
      .where(sql`phone_verified_at is not null and archived_at is null`),
    index('customers_phone').on(t.phone),
    index('customers_name_folded').using('gin', sql`${folded('name')} gin_trgm_ops`),
    index('customers_phone_trigram').using('gin', t.phone.op('gin_trgm_ops')),
    index('customers_email_trigram').using('gin', sql`(${t.email}::text) gin_trgm_ops`),
    index('customers_merged_into').on(t.mergedInto).where(sql`merged_into is not null`),
    index('customers_list')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`archived_at is null`),
    must('customers_anonymised', 'anonymised_at is null or (email is null and phone is null and notes is null)'),
    // Whose data was erased is not listed: known without reading the rows.
    index('customers_archived')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst(), t.anonymisedAt)
      .where(sql`archived_at is not null`),
    index('customers_flagged')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`flags <> '{}' and archived_at is null`),
    must('customers_name_present', 'length(btrim(name)) > 0'),
    must('customers_phone_e164', "phone is null or phone ~ '^\\+[1-9][0-9]{6,14}$'"),
    must('customers_email_length', 'email is null or length(email::text) <= 254'),
    must('customers_flags_known', `flags <@ array[${CUSTOMER_FLAGS.map((flag) => `'${flag}'`).join(', ')}]::text[]`),
  ],
);

export const addresses = pgTable(
  'addresses',
  {
    id: id(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    label: varchar({ length: 50 }),
    recipientName: varchar({ length: 100 }),
    street: varchar({ length: 200 }).notNull(),
    city: varchar({ length: 100 }).notNull(),
    postalCode: varchar({ length: 12 }),
    country: char({ length: 2 }).notNull(),
    notes: varchar({ length: 200 }),
    isDefault: boolean().notNull().default(false),
    ...stamps(),
  },
  (t) => [
    index('addresses_customer').on(t.customerId),
    uniqueIndex('addresses_one_default').on(t.customerId).where(sql`is_default`),
  ],
);
