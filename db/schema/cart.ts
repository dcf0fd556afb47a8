import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, unique, uniqueIndex, uuid, varchar } from 'drizzle-orm/pg-core';
import { id, minor, moment, must, stamps } from '../columns.ts';
import { productVariants } from './catalog.ts';
import { customers } from './customers.ts';

/** Known by a secret key in an httpOnly cookie, of which only the hash is stored. */
export const carts = pgTable(
  'carts',
  {
    id: id(),
    sessionHash: text().notNull(),
    customerId: uuid().references(() => customers.id, { onDelete: 'cascade' }),
    version: integer().notNull().default(1),
    lastActiveAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('carts_session_key').on(t.sessionHash),
    uniqueIndex('carts_one_per_customer').on(t.customerId).where(sql`customer_id is not null`),
    index('carts_expires_at').on(t.expiresAt),
  ],
);

export const cartItems = pgTable(
  'cart_items',
  {
    id: id(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    variantId: uuid()
      .notNull()
      .references(() => productVariants.id, { onDelete: 'cascade' }),
    onDate: date(),
    quantity: integer().notNull(),
    note: varchar({ length: 200 }).notNull().default(''),
    unitPriceSeenMinor: minor().notNull(),
    ...stamps(),
  },
  (t) => [
    unique('cart_items_line_key').on(t.cartId, t.variantId, t.onDate, t.note).nullsNotDistinct(),
    index('cart_items_variant').on(t.variantId),
    must('cart_items_quantity', 'quantity between 1 and 9999'),
    must('cart_items_price', 'unit_price_seen_minor >= 0'),
  ],
);
