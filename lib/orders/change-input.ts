import { z } from 'zod';
import { DELIVERY_TYPES } from '#db/enums';
import { MAX_LINES, MAX_QUANTITY } from '#lib/cart/input';
import { dayInput, idInput, optional, versionInput, words } from '#lib/fields';
import { moneyInput } from '#lib/money';
import { changeStatusInput, deliveryAddressInput, giftInput } from './input.ts';

/** What may be said of an order that is changed. What is left out stays; blank and null take away. */
const cleared = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess((value) => (typeof value === 'string' && value.trim() === '' ? null : value), schema.nullable())
    .optional();

/** `item_id` goes on with a line of the order, `variant_id` alone adds one (or goes on with its own). 0 takes it out. */
const changedItem = z
  .strictObject({
    item_id: idInput.nullish().transform((id) => id ?? null),
    variant_id: idInput.nullish().transform((id) => id ?? null),
    quantity: z
      .int({ error: 'Enter a whole number.' })
      .min(0, 'Not below 0.')
      .max(MAX_QUANTITY, `Order at most ${MAX_QUANTITY}.`),
    on_date: dayInput.nullable().optional(),
    note: words(200).optional(),
  })
  .refine((item) => item.item_id !== null || item.variant_id !== null, {
    error: 'Name the line or the variant.',
    path: ['item_id'],
    params: { code: 'VAL_001' },
  });

const contents = {
  items: z
    .array(changedItem)
    .max(MAX_LINES, `Order at most ${MAX_LINES} lines.`)
    .optional()
    .meta({ description: 'Every line the order shall have: what is not in the list is taken out' }),
  slot_id: idInput.nullable().optional(),
  delivery_type: z.enum(DELIVERY_TYPES, { error: 'Choose pickup or delivery.' }).optional(),
  delivery_address: deliveryAddressInput.nullable().optional(),
  location_id: idInput.nullable().optional(),
  preferred_time: cleared(words(100)),
  special_instructions: cleared(words(500)),
  gift: giftInput.nullable().optional(),
};

const version = versionInput.nullish().transform((value) => value ?? null);

const contentsInput = z.strictObject(contents);
export type OrderContents = z.output<typeof contentsInput>;

/** The customer's own change. The number of the order comes with the address. */
export const changeOwnOrderInput = z.strictObject({ ...contents, version });

/** The form of the customer's page: its button named the new total (minor units inside). */
export const changeOwnOrderFormInput = changeOwnOrderInput.extend({
  order_number: z.string().trim().min(1).max(40),
  total_seen: moneyInput.nullish().transform((total) => total ?? null),
});

const byStaff = {
  /** Kept in the timeline. */
  reason: optional(words(200)),
  /** Promises what the rules refuse, on the word of staff. */
  override_reason: optional(words(200)),
};

export const changeOrderInput = z.strictObject({ order_id: idInput, ...contents, ...byStaff, version });

/** The desk's form asks why, always. */
export const changeOrderFormInput = changeOrderInput
  .extend({ override: z.boolean('Choose yes or no.').default(false) })
  .omit({ override_reason: true })
  .refine(({ reason }) => reason !== null, {
    error: 'Say why: it stands in the timeline.',
    path: ['reason'],
    params: { code: 'VAL_001' },
  });

/** What the desk's form asks while it is filled in. */
export const quoteOrderChangeInput = z.strictObject({
  order_id: idInput,
  ...contents,
  override: z.boolean('Choose yes or no.').default(false),
});

/** PUT and PATCH of an order at the desk: what it holds, its status, or both. */
export const updateOrderInput = z
  .strictObject({ ...changeStatusInput.shape, ...contents, ...byStaff })
  .refine((change) => change.status !== undefined || change.payment_status !== undefined || isContentsNamed(change), {
    error: 'Say what to change.',
    path: ['status'],
    params: { code: 'VAL_001' },
  });

const NAMES = contentsInput.keyof().options;

/** Whether a change says anything of what the order holds. */
export const isContentsNamed = (change: OrderContents): boolean => NAMES.some((name) => change[name] !== undefined);

export type ChangeOwnOrder = z.output<typeof changeOwnOrderInput> & { order_number: string };
export type ChangeOwnOrderForm = z.output<typeof changeOwnOrderFormInput>;
export type ChangeOrder = z.output<typeof changeOrderInput>;
export type QuoteOrderChange = z.output<typeof quoteOrderChangeInput>;
export type UpdateOrder = z.output<typeof updateOrderInput> & { order_id: string };
