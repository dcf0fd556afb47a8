import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, smallint, text, uuid, varchar } from 'drizzle-orm/pg-core';
import { id, must, oneOf, stamps } from '../columns.ts';
import { STOCK_REASONS } from '../enums.ts';
import { users } from './auth.ts';
import { productVariants } from './catalog.ts';
import { orders } from './orders.ts';

/** Append-only (trigger). The deltas of a variant sum to its balance. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    id: id(),
    variantId: uuid()
      .notNull()
      .references(() => productVariants.id, { onDelete: 'restrict' }),
    onDate: date(),
    delta: integer().notNull(),
    reason: text({ enum: STOCK_REASONS }).notNull(),
    orderId: uuid().references(() => orders.id, { onDelete: 'restrict' }),
    note: varchar({ length: 200 }),
    userId: uuid().references(() => users.id, { onDelete: 'set null' }),
    balanceAfter: integer().notNull(),
    ...stamps(),
  },
  (t) => [
    index('stock_movements_variant').on(t.variantId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('stock_movements_order').on(t.orderId).where(sql`order_id is not null`),
    index('stock_movements_list').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('stock_movements_by_reason').on(t.reason, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf('stock_movements_reason', 'reason', STOCK_REASONS),
    must('stock_movements_not_zero', 'delta <> 0'),
    must('stock_movements_balance', 'balance_after >= 0'),
  ],
);

export const productionPlans = pgTable(
  'production_plans',
  {
    variantId: uuid()
      .notNull()
      .references(() => productVariants.id, { onDelete: 'cascade' }),
    onDate: date().notNull(),
    planned: integer().notNull(),
    sold: integer().notNull().default(0),
    closed: boolean().notNull().default(false),
    /** The number was set for this day alone; otherwise the weekly pattern may still change it. */
    isOverride: boolean().notNull().default(false),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.onDate] }),
    index('production_plans_day').on(t.onDate),
    must('production_plans_sold', 'sold between 0 and planned'),
  ],
);

export const productionPatterns = pgTable(
  'production_patterns',
  {
    variantId: uuid()
      .notNull()
      .references(() => productVariants.id, { onDelete: 'cascade' }),
    weekday: smallint().notNull(),
    planned: integer().notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.weekday] }),
    must('production_patterns_weekday', 'weekday between 1 and 7'),
    must('production_patterns_planned', 'planned >= 0'),
  ],
);
