import { z } from 'zod';
import { STOCK_REASONS } from '#db/enums';
import { dayInput, filled, idInput } from '#lib/fields';
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

/** Pieces of one variant on one day. */
export const piecesInput = z.int('Enter a whole number.').min(0, 'Enter 0 or more.').max(100_000, 'That is too much.');

const dayChange = z
  .strictObject({
    variant_id: idInput.optional().meta({ description: 'Left out: every variant that is made per day.' }),
    on_date: dayInput,
    planned: piecesInput.nullable().optional().meta({
      description: 'Pieces for this day alone; null gives the day back to its weekly pattern.',
    }),
    closed: z.boolean('Choose yes or no.').optional().meta({ description: 'A closed day takes no more orders.' }),
  })
  .refine((day) => day.planned !== undefined || day.closed !== undefined, {
    path: ['planned'],
    message: 'Say how many, or whether the day is closed.',
    params: { code: 'VAL_001' },
  })
  .refine((day) => day.variant_id !== undefined || typeof day.planned !== 'number', {
    path: ['variant_id'],
    message: 'Name the variant that is made so often.',
    params: { code: 'VAL_001' },
  });

const patternChange = z.strictObject({
  variant_id: idInput,
  weekday: z.int('Enter a whole number.').min(1, 'Enter 1 to 7.').max(7, 'Enter 1 to 7.').meta({
    description: '1 = Monday … 7 = Sunday.',
  }),
  planned: piecesInput,
});

/** A plan of a quarter for every variant of a large shop. */
const MOST_CHANGES = 3000;
const listOf = <S extends z.ZodType>(schema: S) =>
  z.array(schema).max(MOST_CHANGES, `Send at most ${MOST_CHANGES} at once.`).default([]);

/** What is named twice, as places in the list: the second would silently win. */
const repeats = (keys: readonly string[]): number[] => keys.flatMap((key, at) => (keys.indexOf(key) < at ? [at] : []));

export const setPlansInput = z
  .strictObject({ days: listOf(dayChange), patterns: listOf(patternChange) })
  .refine(({ days, patterns }) => days.length + patterns.length > 0, {
    path: ['days'],
    message: 'Name a day or a weekday.',
    params: { code: 'VAL_001' },
  })
  .superRefine(({ days, patterns }, issues) => {
    for (const at of repeats(days.map((day) => `${day.variant_id} ${day.on_date}`))) {
      issues.addIssue({ code: 'custom', path: ['days', at, 'on_date'], message: 'That day is named twice.' });
    }
    for (const at of repeats(patterns.map((one) => `${one.variant_id} ${one.weekday}`))) {
      issues.addIssue({ code: 'custom', path: ['patterns', at, 'weekday'], message: 'That weekday is named twice.' });
    }
  });

/** Both ends inside; two weeks from today when nothing is said. */
export const getPlansInput = z.object({
  from: filled(dayInput),
  to: filled(dayInput),
  variant_id: filled(idInput),
});

export type AdjustStock = z.output<typeof adjustStockInput>;
export type ListMovements = z.output<typeof listMovementsInput>;
export type SetPlans = z.output<typeof setPlansInput>;
export type GetPlans = z.output<typeof getPlansInput>;
