import { z } from 'zod';
import { STOCK_REASONS } from '#db/enums';

export const adjustedStockOutput = z.object({
  variant_id: z.uuid(),
  product_id: z.uuid(),
  slug: z.string(),
  stock_quantity: z.int().meta({ example: 12 }),
});

export const movementOutput = z.object({
  id: z.uuid(),
  variant_id: z.uuid(),
  product_id: z.uuid(),
  product_name: z.string(),
  variant_title: z.string(),
  sku: z.string().nullable(),
  on_date: z.iso.date().nullable().meta({ description: 'The production day, for goods made per day.' }),
  delta: z.int().meta({ example: -2 }),
  balance_after: z.int(),
  reason: z.enum(STOCK_REASONS),
  note: z.string().nullable(),
  order_number: z.string().nullable(),
  user: z.string().nullable().meta({ description: 'Who did it; null for sales and cancellations by customers.' }),
  created_at: z.iso.datetime(),
});

const pieces = z.int().meta({ example: 40 });

export const planDayOutput = z.object({
  on_date: z.iso.date(),
  planned: pieces.meta({ description: 'Of this day, or of its weekday where nothing else was said.' }),
  sold: z.int(),
  left: z
    .int()
    .meta({ description: 'Made and not ordered by anybody; on a closed day nobody can order them any more.' }),
  closed: z.boolean(),
  is_override: z.boolean().meta({ description: 'The number was set for this day alone.' }),
  is_sold: z.boolean().meta({ description: 'The product is sold on that weekday and in that season.' }),
});

export const planVariantOutput = z.object({
  variant_id: z.uuid(),
  product_id: z.uuid(),
  product_name: z.string(),
  variant_title: z.string(),
  sku: z.string().nullable(),
  category: z.object({ id: z.uuid(), name: z.string() }),
  weekly_plan: z.array(z.int()).length(7).meta({ description: 'Pieces per weekday, Monday first.' }),
  days: z.array(planDayOutput),
});

export const plansOutput = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  today: z.iso.date(),
  release_at: z.iso.datetime().nullable().meta({
    description: 'When what is left of today goes to walk-in customers; null = never.',
  }),
  is_released: z.boolean(),
  variants: z.array(planVariantOutput),
});

const ofDay = { variant_id: z.uuid(), on_date: z.iso.date() };

export const plansSetOutput = z.object({
  held: z.array(z.object({ ...ofDay, planned: pieces, sold: z.int() })).meta({
    description: 'Days whose pattern is now below what is sold: they stay at what is sold.',
  }),
  closed_with_orders: z.array(z.object({ ...ofDay, sold: z.int() })).meta({
    description: 'Days that were closed and have orders, which stay.',
  }),
});

export type AdjustedStock = z.output<typeof adjustedStockOutput>;
export type Movement = z.output<typeof movementOutput>;
export type PlanDay = z.output<typeof planDayOutput>;
export type PlanVariant = z.output<typeof planVariantOutput>;
export type Plans = z.output<typeof plansOutput>;
export type PlansSet = z.output<typeof plansSetOutput>;
