import { sql } from 'drizzle-orm';
import {
  boolean,
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
import { archivable, id, moment, must, oneOf, stamps, tsvector } from '../columns.ts';
import { MEDIA_DRIVERS, TESTIMONIAL_STATUSES } from '../enums.ts';
import { users } from './auth.ts';
import { customers } from './customers.ts';

/** One validated value per key; the zod schema of each key is in `lib/settings/input.ts`. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
  ...stamps(),
});

/** A stored file. `path` is the folder of its renditions for pictures, the file itself otherwise. */
export const media = pgTable(
  'media',
  {
    id: id(),
    driver: text({ enum: MEDIA_DRIVERS }).notNull(),
    path: text().notNull(),
    mime: text().notNull(),
    bytes: integer().notNull(),
    width: integer(),
    height: integer(),
    sha256: text().notNull(),
    blurDataUrl: text(),
    alt: varchar({ length: 200 }).notNull().default(''),
    isPublic: boolean().notNull().default(true),
    uploadedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('media_path_key').on(t.driver, t.path),
    index('media_sha256').on(t.sha256),
    oneOf('media_driver', 'driver', MEDIA_DRIVERS),
    must(
      'media_size',
      "bytes > 0 and ((mime like 'image/%' and bytes <= 8388608) or (mime = 'application/pdf' and bytes <= 10485760))",
    ),
  ],
);

export const translations = pgTable(
  'translations',
  {
    id: id(),
    contentType: text().notNull(),
    objectId: uuid().notNull(),
    languageCode: varchar({ length: 5 }).notNull(),
    fieldName: text().notNull(),
    translatedText: text().notNull(),
    sourceHash: text().notNull(),
    search: tsvector().generatedAlwaysAs(sql`to_tsvector('barrow', translated_text)`),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('translations_field_key').on(t.contentType, t.objectId, t.languageCode, t.fieldName),
    index('translations_search').using('gin', t.search),
  ],
);

/** Pages a shop writes itself: imprint, terms, privacy, delivery, contact. */
export const pages = pgTable(
  'pages',
  {
    id: id(),
    slug: varchar({ length: 100 }).notNull(),
    title: varchar({ length: 200 }).notNull(),
    body: text().notNull(),
    publishedAt: moment(),
    displayOrder: integer().notNull().default(0),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    uniqueIndex('pages_slug_key').on(t.slug),
    must('pages_slug_shape', "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'"),
    must('pages_body_length', 'length(body) <= 100000'),
  ],
);

export const testimonials = pgTable(
  'testimonials',
  {
    id: id(),
    name: varchar({ length: 100 }).notNull(),
    message: varchar({ length: 1000 }).notNull(),
    /** Who wrote it, where the shop knows: it goes with them. */
    customerId: uuid().references(() => customers.id, { onDelete: 'set null' }),
    mediaId: uuid().references(() => media.id, { onDelete: 'set null' }),
    rating: smallint().notNull(),
    status: text({ enum: TESTIMONIAL_STATUSES }).notNull().default('pending'),
    displayOrder: integer().notNull().default(0),
    ...archivable(),
    ...stamps(),
  },
  (t) => [
    index('testimonials_customer').on(t.customerId).where(sql`customer_id is not null`),
    index('testimonials_published').on(t.displayOrder).where(sql`status = 'published' and archived_at is null`),
    oneOf('testimonials_status', 'status', TESTIMONIAL_STATUSES),
    must('testimonials_rating', 'rating between 1 and 5'),
  ],
);
