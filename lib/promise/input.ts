import { z } from 'zod';
import { optional, words } from '#lib/fields';
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
