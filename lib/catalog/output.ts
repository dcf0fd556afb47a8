import { z } from 'zod';
import { ALLERGENS, NET_UNITS, STOCK_MODES } from '#db/enums';
import { imageOutput } from '#lib/media/output';
import { earliestOutput, nextOutput } from '#lib/promise/output';

/** What goes out: wire shapes, amounts in major units. */

const amount = z.number().meta({ description: 'Major units.', example: 12.5 });
const moment = z.iso.datetime().meta({ example: '2026-05-31T08:00:00.000Z' });

export const unitPriceOutput = z
  .object({ amount, per: z.enum(['kg', 'l', 'piece']) })
  .meta({ description: 'Price per kilogram, liter or piece.' });

const stockQuantity = z.int().nullable().meta({
  description: 'Pieces left; null where pieces are not counted (unlimited, or made per day).',
  example: 12,
});

export const variantOutput = z.object({
  id: z.uuid(),
  sku: z.string().nullable(),
  title: z.string(),
  price: amount,
  stock_mode: z.enum(STOCK_MODES),
  stock_quantity: stockQuantity,
  in_stock: z.boolean(),
  few_left: z.boolean(),
  net_quantity: z.int().nullable(),
  net_unit: z.enum(NET_UNITS).nullable(),
  unit_price: unitPriceOutput.nullable(),
  load_points: z.int().meta({ description: 'What one piece takes of the load that a slot can carry.' }),
});

const categoryReference = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });

export const productCardOutput = z.object({
  id: z.uuid(),
  slug: z.string().meta({ example: 'rye-loaf' }),
  name: z.string().meta({ example: 'Rye loaf' }),
  description: z.string().nullable(),
  category_id: z.uuid(),
  category: categoryReference,
  price: amount,
  currency: z.string().length(3).meta({ example: 'EUR' }),
  unit_price: unitPriceOutput.nullable(),
  stock_mode: z.enum(STOCK_MODES),
  stock_quantity: stockQuantity,
  in_stock: z.boolean(),
  few_left: z.boolean(),
  images: z.array(imageOutput),
  image_url: z.string().nullable(),
  variants: z.array(variantOutput),
  allergens: z.array(z.enum(ALLERGENS)),
  active: z.boolean(),
  featured: z.boolean(),
  lead_time_minutes: z.int(),
  available_weekdays: z.array(z.int()).nullable(),
  available_from: z.iso.date().nullable(),
  available_until: z.iso.date().nullable(),
  max_per_order: z.int().nullable(),
  earliest: earliestOutput.meta({
    description: 'By when one piece of any variant can be had, per method; null where none can in the days offered.',
  }),
  created_at: moment,
  updated_at: moment,
  version: z.int(),
});

export const productOutput = productCardOutput.extend({
  details: z.string().nullable().meta({ description: 'Markdown.' }),
  ingredients: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  variants: z.array(variantOutput.extend({ next: nextOutput })),
});

export const stockOutput = z.object({
  product_id: z.uuid(),
  in_stock: z.boolean(),
  variants: z.array(
    z.object({ id: z.uuid(), stock_quantity: stockQuantity, in_stock: z.boolean(), few_left: z.boolean() }),
  ),
});

export const deskVariantOutput = variantOutput.extend({
  low_stock_threshold: z.int().nullable(),
  load_points: z.int(),
  is_low: z.boolean(),
  weekly_plan: z
    .array(z.int())
    .nullable()
    .meta({
      description: 'Pieces per weekday, Monday first; null where pieces are not made per day.',
      example: [24, 30, 30, 32, 44, 60, 0],
    }),
  today: z
    .object({ planned: z.int(), sold: z.int(), left: z.int(), closed: z.boolean() })
    .nullable()
    .meta({ description: 'Of what is made per day: how it stands today.' }),
  archived_at: moment.nullable(),
});

export const deskProductCardOutput = productCardOutput.omit({ earliest: true }).extend({
  variants: z.array(deskVariantOutput),
  is_low: z.boolean().meta({ description: 'A variant is at or below its low-stock threshold.' }),
  archived_at: moment.nullable(),
});

export const deskProductOutput = deskProductCardOutput.extend({
  details: z.string().nullable(),
  ingredients: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
});

export const categoryOutput = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  display_order: z.int(),
  active: z.boolean(),
  image: imageOutput.nullable(),
  image_url: z.string().nullable(),
  product_count: z.int(),
});

export const deskCategoryOutput = categoryOutput.extend({
  is_built_in: z.boolean(),
  archived_at: moment.nullable(),
  created_at: moment,
  updated_at: moment,
});

export type UnitPrice = z.output<typeof unitPriceOutput>;
export type Variant = z.output<typeof variantOutput>;
export type ProductCard = z.output<typeof productCardOutput>;
export type Product = z.output<typeof productOutput>;
export type ProductStock = z.output<typeof stockOutput>;
export type DeskVariant = z.output<typeof deskVariantOutput>;
export type DeskProductCard = z.output<typeof deskProductCardOutput>;
export type DeskProduct = z.output<typeof deskProductOutput>;
export type Category = z.output<typeof categoryOutput>;
export type DeskCategory = z.output<typeof deskCategoryOutput>;
