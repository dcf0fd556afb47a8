import { z } from 'zod';
import { DELIVERY_TYPES } from '#db/enums';
import { MAX_LINES, quantityInput } from '#lib/cart/input';
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

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ITEMS = new RegExp(`^${ID}:[1-9]\\d{0,3}(,${ID}:[1-9]\\d{0,3}){0,${MAX_LINES - 1}}$`, 'i');

/** `variant:quantity,variant:quantity` in a query string. */
const itemsInQuery = filled(
  z
    .string()
    .regex(ITEMS, 'Write items as variant id, colon, quantity, separated by commas.')
    .transform((text) =>
      text
        .split(',')
        .map((part) => ({ variant_id: part.slice(0, 36).toLowerCase(), quantity: Number(part.slice(37)) })),
    ),
);

/** Days of the shop, both inside; without them all that is offered. */
export const listSlotsInput = z.object({
  method,
  location: filled(idInput).meta({ description: 'Where to collect; delivery starts where its zone says.' }),
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
