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

export type AdjustedStock = z.output<typeof adjustedStockOutput>;
export type Movement = z.output<typeof movementOutput>;
