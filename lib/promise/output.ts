import { z } from 'zod';

/** What delivery to an address costs; amounts in major units. */
export const deliveryQuoteOutput = z.object({
  zone: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .describe('Null where the shop delivers everywhere alike'),
  fee: z.number(),
  minimum: z.number().describe('Smallest subtotal that is delivered there'),
  missing_for_minimum: z.number(),
  free_from: z.number().nullable().describe('Subtotal from which delivery is free'),
  missing_for_free: z.number().nullable(),
  currency: z.string(),
});

export type DeliveryQuoteDto = z.infer<typeof deliveryQuoteOutput>;
