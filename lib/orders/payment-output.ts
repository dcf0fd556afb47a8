import { z } from 'zod';
import { orderOutput, orderPaymentOutput } from './output.ts';

/** A payment with what somebody needs who compares it with the account. */
export const reviewedPaymentOutput = orderPaymentOutput.extend({
  proof: z
    .object({
      mime: z.enum(['image/webp', 'application/pdf']),
      bytes: z.int(),
      width: z.int().nullable(),
      height: z.int().nullable(),
    })
    .nullable(),
  order: orderOutput
    .pick({
      id: true,
      order_number: true,
      status: true,
      payment_status: true,
      customer_name: true,
      total: true,
      paid: true,
      due: true,
      payment_due_at: true,
    })
    .extend({ slot_starts_at: z.iso.datetime().nullable() }),
});

export type ReviewedPaymentDto = z.infer<typeof reviewedPaymentOutput>;
