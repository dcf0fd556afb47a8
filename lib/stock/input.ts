import { z } from 'zod';
import { STOCK_REASONS } from '#db/enums';
import { filled, idInput } from '#lib/fields';
import { pagingInput } from '#lib/paging';

/** What a person may give as the reason; sales and cancellations write their own. */
export const ADJUST_REASONS = ['receive', 'count', 'waste', 'correction'] as const;

/** Of one entry; `adjust_stock` guards what they add up to. */
const LARGEST = 10_000_000;
const quantity = z.int('Enter a whole number.').max(LARGEST, 'That is too much.');

/** A variant, or a product whose default variant is meant; the new stock, or the change. */
export const adjustStockInput = z
  .strictObject({
    variant_id: idInput.optional(),
    product_id: idInput.optional(),
    stock_quantity: quantity.min(0, 'Stock cannot be below zero.').optional(),
    delta: quantity.min(-LARGEST, 'That is too much.').optional(),
    reason: z.enum(ADJUST_REASONS, 'Choose a reason.').optional().meta({
      description: 'Defaults to count for a new quantity and to correction for a change.',
    }),
    note: z.string().trim().max(200, 'Use at most 200 characters.').optional(),
  })
  .refine((input) => (input.variant_id === undefined) !== (input.product_id === undefined), {
    path: ['variant_id'],
    message: 'Name either a variant or a product.',
  })
  .refine((input) => input.stock_quantity !== undefined || input.delta !== undefined, {
    path: ['stock_quantity'],
    message: 'Enter the new stock.',
    params: { code: 'VAL_001' },
  })
  .refine((input) => input.stock_quantity === undefined || input.delta === undefined, {
    path: ['delta'],
    message: 'Enter either the new stock or the change.',
  });

export const listMovementsInput = z.object({
  variant_id: filled(idInput),
  product_id: filled(idInput),
  reason: filled(z.enum(STOCK_REASONS, 'Choose one of the offered reasons.')),
  ...pagingInput,
});

export type AdjustStock = z.output<typeof adjustStockInput>;
export type ListMovements = z.output<typeof listMovementsInput>;
