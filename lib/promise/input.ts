import { z } from 'zod';
import { DELIVERY_TYPES } from '#db/enums';
import { MAX_LINES, MAX_QUANTITY, quantityInput } from '#lib/cart/input';
import { dayInput, filled, idInput, optional, words } from '#lib/fields';
import { moneyInput } from '#lib/money';

/** `subtotal` in major units; arrives in minor units. The address may come whole, only its code counts. */
export const quoteDeliveryInput = z
  .strictObject({
    postal_code: optional(words(12)),
    address: z
      .strictObject({
        street: optional(words(200)),
        city: optional(words(100)),
        postal_code: optional(words(12)),
        notes: optional(words(200)),
      })
      .optional(),
    subtotal: moneyInput.default(0),
  })
  .transform(({ postal_code, address, subtotal }) => ({
    postal_code: postal_code ?? address?.postal_code ?? null,
    subtotal,
  }));

export type QuoteDelivery = z.output<typeof quoteDeliveryInput>;

const method = z.enum(DELIVERY_TYPES, { error: 'Choose pickup or delivery.' }).default('pickup');
const postalCode = filled(z.string().trim().max(12, 'Use at most 12 characters.'));

const ITEM = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}):([1-9]\d{0,3})$/i;

/** `variant:quantity,variant:quantity` in a query string. */
const itemsInQuery = filled(
  z
    .string()
    .max(MAX_LINES * 42, 'Name fewer items.')
    .transform((text, issues) => {
      const parts = text.split(',').map((part) => ITEM.exec(part.trim()));
      const items = parts.flatMap((found) =>
        found?.[1] && found[2] ? [{ variant_id: found[1].toLowerCase(), quantity: Number(found[2]) }] : [],
      );
      if (items.length === parts.length && items.every(({ quantity }) => quantity <= MAX_QUANTITY)) return items;
      issues.addIssue({
        code: 'custom',
        message: 'Write items as variant id, colon, quantity, separated by commas.',
        params: { code: 'VAL_002' },
      });
      return z.NEVER;
    }),
);

/** Days of the shop, both inside; without them all that is offered. */
export const listSlotsInput = z.object({
  method,
  location: filled(idInput),
  postal_code: postalCode,
  items: itemsInQuery,
  from: filled(dayInput),
  to: filled(dayInput),
});
export type ListSlots = z.output<typeof listSlotsInput>;

/** `variant_id` left out means the default variant. */
export const availabilityInput = z.object({
  variant_id: filled(idInput),
  quantity: filled(z.coerce.number().pipe(quantityInput)).transform((quantity) => quantity ?? 1),
  method,
  postal_code: postalCode,
});
export type Availability = z.output<typeof availabilityInput>;
