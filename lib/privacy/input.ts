import { z } from 'zod';
import { phoneCodeInput } from '#lib/auth/phone-input';
import { idInput, optional } from '#lib/fields';

/** Somebody with a password gives it; somebody known by the phone alone a code that was just sent there. */
export const eraseAccountInput = z.strictObject({
  current_password: optional(
    z.string({ error: 'Enter your present password.' }).min(1, 'Enter your present password.').max(1000),
  ).meta({ description: 'Of an account with a password' }),
  code: optional(phoneCodeInput).meta({
    description: 'Of somebody known by the phone alone: what `/sms/verify` sent there for the purpose `sign_in`',
  }),
});

export const personRefInput = z.strictObject({ customer_id: idInput });

export type EraseAccount = z.output<typeof eraseAccountInput>;
export type PersonRef = z.output<typeof personRefInput>;
