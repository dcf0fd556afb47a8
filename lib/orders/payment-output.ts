import { z } from 'zod';
import { BOOKING_STATUSES } from '#db/enums';
import { money, orderOutput, orderPaymentOutput } from './output.ts';

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
  /** Which of the two it is for; the other is null. */
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
    .extend({ slot_starts_at: z.iso.datetime().nullable() })
    .nullable(),
  booking: z
    .object({
      id: z.uuid(),
      booking_number: z.string(),
      status: z.enum(BOOKING_STATUSES),
      client_name: z.string(),
      event_type: z.string(),
      date: z.iso.date(),
      quoted: money.nullable(),
      paid: money,
      due: money.describe('The deposit while it is due, then the rest'),
    })
    .nullable(),
});

export type ReviewedPaymentDto = z.infer<typeof reviewedPaymentOutput>;
