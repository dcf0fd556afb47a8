import { z } from 'zod';
import { PAYMENT_STATES } from '#db/enums';
import { filled } from '#lib/fields';
import { pagingInput } from '#lib/paging';
import { claimPaymentInput } from './input.ts';

/** A form without a chosen file sends one without a name and without content, or no more than an empty text. */
const isNothing = (sent: unknown): boolean =>
  sent === '' || (sent instanceof Blob && sent.size === 0 && (!(sent instanceof File) || sent.name === ''));

/** A picture or PDF of the transfer, or nothing. */
export const proofField = z
  .preprocess(
    (sent) => (isNothing(sent) ? undefined : sent),
    z.instanceof(Blob, { error: 'Choose one picture or PDF.' }).optional(),
  )
  .optional()
  .transform((file) => file ?? null);

/** A claim with its proof, as endpoints and the page's form take it. */
export const claimWithProofInput = claimPaymentInput.extend({ proof: proofField });

/**
 * Payments to look through. `q` is the number of an order or booking, as a bank statement may spell it, a phone or part of a
 * name.
 */
export const listPaymentsInput = z.object({
  status: filled(z.enum(PAYMENT_STATES, { error: 'Choose submitted, confirmed or rejected.' })).transform(
    (status) => status ?? 'submitted',
  ),
  q: filled(z.string().trim().max(140, 'Use at most 140 characters.')),
  ...pagingInput,
});

export type ListPayments = z.output<typeof listPaymentsInput>;
