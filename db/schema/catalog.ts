import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { archivable, citext, folded, id, minor, must, oneOf, stamps, tsvector } from '../columns.ts';
import { ALLERGENS, NET_UNITS, STOCK_MODES } from '../enums.ts';
import { media } from './content.ts';

export const categories = pgTable(
  'categories',
  {
    id: id(),
    name: varchar({ length: 100 }).notNull(),
    slug: varchar({ length: 120 }).notNull(),
    description: varchar({ length: 500 }),
    displayOrder: integer().notNull().default(0),
    active: boolean().notNull().default(true),
    /** The shelf "Other": always there, never archived. */
    isBuiltIn: boolean().notNull().default(false),
    mediaId: uuid().references(() => media.id, { onDelete: 'set null' }),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('categories_name_key').on(sql`lower(${t.name})`).where(sql`archived_at is null`),
    uniqueIndex('categories_slug_key').on(t.slug).where(sql`archived_at is null`),
    uniqueIndex('categories_one_built_in').on(t.isBuiltIn).where(sql`is_built_in`),
    must('categories_name_present', 'length(btrim(name)) > 0'),
    must('categories_built_in_stays', 'not (is_built_in and archived_at is not null)'),
  ],
);

export const products = pgTable(
  'products',
  {
    id: id(),
    name: varchar({ length: 200 }).notNull(),
    slug: varchar({ length: 220 }).notNull(),
    description: varchar({ length: 1000 }),
    details: text(),
    categoryId: uuid()
      .notNull()
      .references(() => categories.id, { onDelete: 'restrict' }),
    active: boolean().notNull().default(true),
    featured: boolean().notNull().default(false),
    leadTimeMinutes: integer().notNull().default(0),
    /** ISO weekdays, 1 = Monday … 7 = Sunday; null = every day. */
    availableWeekdays: smallint().array(),
    availableFrom: date(),
    availableUntil: date(),
    maxPerOrder: integer(),
    allergens: text({ enum: ALLERGENS }).array().notNull().default(sql`'{}'`),
    ingredients: varchar({ length: 2000 }),
    attributes: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Of its first variant that is not archived, kept by a trigger: lists narrow and sort by it without reading variants. */
    priceMinor: minor(),
    version: integer().notNull().default(1),
    search: tsvector().generatedAlwaysAs(
      sql`setweight(to_tsvector('barrow', name), 'A') || setweight(to_tsvector('barrow', coalesce(description, '')), 'B') || setweight(to_tsvector('barrow', coalesce(ingredients, '')), 'C')`,
    ),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('products_slug_key').on(t.slug).where(sql`archived_at is null`),
    index('products_search').using('gin', t.search),
    index('products_name_folded').using('gin', sql`${folded('name')} gin_trgm_ops`),
    // What a list asks beside its order is in the index too: rows that are not shown are not read.
    index('products_listed')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst(), t.priceMinor)
      .where(sql`active and archived_at is null`),
    index('products_by_price').on(t.priceMinor, t.id, t.active).where(sql`archived_at is null`),
    index('products_featured')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst(), t.active)
      .where(sql`featured and archived_at is null`),
    index('products_category')
      .on(t.categoryId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst(), t.active)
      .where(sql`archived_at is null`),
    index('products_by_name').on(t.name, t.id).where(sql`active and archived_at is null`),
    index('products_desk_by_name').on(t.name, t.id).where(sql`archived_at is null`),
    index('products_hidden')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`not active and archived_at is null`),
    index('products_archived')
      .on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql`archived_at is not null`),
    index('products_desk').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('products_category_fk').on(t.categoryId),
    must('products_name_present', 'length(btrim(name)) > 0'),
    must('products_details_length', 'details is null or length(details) <= 20000'),
    must('products_lead_time', 'lead_time_minutes between 0 and 525600'),
    must('products_weekdays', 'available_weekdays is null or available_weekdays <@ array[1,2,3,4,5,6,7]::smallint[]'),
    must('products_season', 'available_from is null or available_until is null or available_from <= available_until'),
    must('products_max_per_order', 'max_per_order is null or max_per_order >= 1'),
    must(
      'products_allergens_known',
      `allergens <@ array[${ALLERGENS.map((allergen) => `'${allergen}'`).join(', ')}]::text[]`,
    ),
  ],
);

/**
 * How many products a category has: what all its rows add up to, kept by a trigger (decision 034). No foreign key: a
 * product that moves would wait for who archives the category it leaves.
 */
export const categoryCounts = pgTable(
  'category_counts',
  {
    id: uuid().primaryKey().defaultRandom(),
    categoryId: uuid().notNull(),
    /** Not archived. */
    products: integer().notNull(),
    /** Of these, on sale. */
    onSale: integer().notNull(),
  },
  (t) => [index('category_counts_category').on(t.categoryId)],
);

export const productImages = pgTable(
  'product_images',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    mediaId: uuid()
      .notNull()
      .references(() => media.id, { onDelete: 'restrict' }),
    position: smallint().notNull(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('product_images_position_key').on(t.productId, t.position),
    index('product_images_media').on(t.mediaId),
    must('product_images_at_most_five', 'position between 1 and 5'),
  ],
);

export const productVariants = pgTable(
  'product_variants',
  {
    id: id(),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    sku: citext(),
    title: varchar({ length: 100 }).notNull().default(''),
    priceMinor: minor().notNull(),
    stockMode: text({ enum: STOCK_MODES }).notNull().default('tracked'),
    stockQuantity: integer().notNull().default(0),
    lowStockThreshold: integer(),
    loadPoints: integer().notNull().default(1),
    netQuantity: integer(),
    netUnit: text({ enum: NET_UNITS }),
    position: smallint().notNull().default(1),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('product_variants_sku_key').on(t.sku),
    index('product_variants_sku_trigram').using('gin', sql`lower(sku::text) gin_trgm_ops`),
    index('product_variants_product').on(t.productId, t.position),
    index('product_variants_sku_start').on(sql`lower(${t.sku}::text) text_pattern_ops`),
    index('product_variants_stock').on(t.stockQuantity, t.productId).where(sql`archived_at is null`),
    // Only what has run low is in it: a condition over two columns has no other index.
    index('product_variants_low_stock')
      .on(t.stockQuantity, t.productId)
      .where(sql`stock_mode = 'tracked' and stock_quantity <= low_stock_threshold and archived_at is null`),
    oneOf('product_variants_stock_mode', 'stock_mode', STOCK_MODES),
    must('product_variants_stock_not_negative', 'stock_quantity >= 0'),
    must('product_variants_price_not_negative', 'price_minor >= 0'),
    must('product_variants_load', 'load_points between 0 and 1000'),
    must('product_variants_low_stock_threshold', 'low_stock_threshold is null or low_stock_threshold >= 0'),
    must(
      'product_variants_net',
      `(net_quantity is null) = (net_unit is null) and (net_quantity is null or net_quantity > 0) and (net_unit is null or net_unit in (${NET_UNITS.map((unit) => `'${unit}'`).join(', ')}))`,
    ),
  ],
);
