import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid, varchar } from 'drizzle-orm/pg-core';
import { id, moment, oneOf, stamps } from '../columns.ts';
import { IMPORT_KINDS, IMPORT_MODES, IMPORT_OUTCOMES, IMPORT_PLANS, IMPORT_STATUSES } from '../enums.ts';
import { users } from './auth.ts';

/** One thing that is wrong with a row of an import. */
export type RowError = { field: string; code: string; message: string };

/** A file that was handed in. The figures stay when its rows are forgotten. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    kind: text({ enum: IMPORT_KINDS }).notNull(),
    mode: text({ enum: IMPORT_MODES }).notNull(),
    /** Of products: a category that is not there is added; otherwise its rows are wrong. */
    createCategories: boolean().notNull().default(false),
    status: text({ enum: IMPORT_STATUSES }).notNull().default('checking'),
    fileName: varchar({ length: 200 }).notNull(),
    /** The head of the file as it was written, and beside it what each column means to us; '' = nothing. */
    columns: text().array().notNull().default(sql`'{}'`),
    fields: text().array().notNull().default(sql`'{}'`),
    rowCount: integer().notNull().default(0),
    toCreate: integer().notNull().default(0),
    toUpdate: integer().notNull().default(0),
    toKeep: integer().notNull().default(0),
    wrong: integer().notNull().default(0),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    kept: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    createdBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    appliedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    startedAt: moment(),
    finishedAt: moment(),
    /** Since when the rows are forgotten. */
    sweptAt: moment(),
    ...stamps(),
  },
  (t) => [
    index('imports_list').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    oneOf('imports_kind', 'kind', IMPORT_KINDS),
    oneOf('imports_mode', 'mode', IMPORT_MODES),
    oneOf('imports_status', 'status', IMPORT_STATUSES),
  ],
);

/**
 * The rows of a file as they stood in it, each with what the dry run found and what has become of it. `outcome` is
 * written in the transaction that changes the shop, so a row is done once or not at all.
 */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** As a spreadsheet counts: the head is row 1. */
    rowNumber: integer().notNull(),
    cells: text().array().notNull(),
    plan: text({ enum: IMPORT_PLANS }).notNull(),
    outcome: text({ enum: IMPORT_OUTCOMES }),
    errors: jsonb().$type<RowError[]>().notNull().default([]),
    /** Whom or what the row means: the same in two rows is a mistake. */
    matchKey: text(),
    /** Which product a row belongs to, and of each thing it says of it a digest: rows of one product must say the same. */
    groupKey: text(),
    groupValues: jsonb().$type<Record<string, string>>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.rowNumber] }),
    index('import_rows_progress').on(t.importId, t.plan, t.outcome, t.rowNumber),
    oneOf('import_rows_plan', 'plan', IMPORT_PLANS),
    oneOf('import_rows_outcome', 'outcome', IMPORT_OUTCOMES),
  ],
);
