import { z } from 'zod';
import { dayInput, idInput, optional, words } from '#lib/fields';

export const MAX_LINES = 100;
export const MAX_QUANTITY = 9999;

/** Forms send text, JSON sends numbers; anything but a whole number is refused. */
export const quantityInput = z
  .int({ error: 'Enter a whole number.' })
  .min(1, 'Order at least 1.')
  .max(MAX_QUANTITY, `Order at most ${MAX_QUANTITY}.`);

/** The secret of the caller's cart, from cookie or header; the doors put it in. */
const cartKey = z
  .string()
  .max(200)
  .nullish()
  .transform((key) => key || null);

export const addToCartInput = z
  .strictObject({
    cart_key: cartKey,
    product_id: idInput.optional(),
    variant_id: idInput.optional(),
    quantity: quantityInput.default(1),
    on_date: dayInput.nullish().transform((day) => day ?? null),
    note: optional(words(200)).transform((note) => note ?? ''),
  })
  .refine((item) => item.product_id !== undefined || item.variant_id !== undefined, {
    error: 'Name the product or the variant.',
    path: ['variant_id'],
    params: { code: 'VAL_001' },
  });

/** `quantity` 0 takes the line out. */
export const changeCartItemInput = z.strictObject({
  cart_key: cartKey,
  item_id: idInput,
  quantity: z
    .int({ error: 'Enter a whole number.' })
    .min(0, 'Not below 0.')
    .max(MAX_QUANTITY, `Order at most ${MAX_QUANTITY}.`)
    .optional(),
  note: words(200).optional(),
});

export const removeCartItemInput = z.strictObject({ cart_key: cartKey, item_id: idInput });

/**
 * One form for everything a line can be told: `set` takes `quantity` and `by` together, 0 takes the line out; `mend` and
 * `accept` without a line mean the whole cart.
 */
export const cartFormInput = z
  .strictObject({
    intent: z.enum(['set', 'note', 'remove', 'mend', 'accept'], { error: 'Choose what to change.' }),
    item_id: idInput.nullish().transform((id) => id ?? null),
    quantity: z
      .int({ error: 'Enter a whole number.' })
      .min(0, 'Not below 0.')
      .max(MAX_QUANTITY, `Order at most ${MAX_QUANTITY}.`)
      .optional(),
    by: z.int().min(-1).max(1).default(0),
    note: words(200).default(''),
  })
  .refine(({ intent, item_id }) => item_id !== null || intent === 'mend' || intent === 'accept', {
    error: 'Say which line is meant.',
    path: ['item_id'],
    params: { code: 'VAL_001' },
  });

export const cartKeyInput = z.strictObject({ cart_key: cartKey });

export type AddToCart = z.output<typeof addToCartInput>;
export type CartForm = z.output<typeof cartFormInput>;
export type ChangeCartItem = z.output<typeof changeCartItemInput>;
