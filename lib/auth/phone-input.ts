import { z } from 'zod';
import { emailInput, phoneInput } from '#lib/customers/input';
import { optional, words } from '#lib/fields';
import { PHONE_PURPOSES } from './phone-rules.ts';

/** Either spelling of the field. */
const named = {
  phone: phoneInput.optional(),
  phone_number: phoneInput.optional().meta({ description: 'The same as `phone`' }),
  purpose: z.enum(PHONE_PURPOSES, { error: 'Choose what the code is for.' }).default('order'),
};

function onePhone<T extends { phone?: string; phone_number?: string }>(input: T, ctx: z.RefinementCtx) {
  const { phone, phone_number, ...rest } = input;
  const given = phone ?? phone_number;
  if (given !== undefined) return { ...rest, phone: given };
  ctx.addIssue({ code: 'custom', path: ['phone'], message: 'Enter a phone number.', params: { code: 'VAL_001' } });
  return z.NEVER;
}

export const sendPhoneCodeInput = z
  .strictObject({
    ...named,
    channel: z.enum(['sms', 'email'], { error: 'Choose SMS or e-mail.' }).default('sms'),
    email: optional(emailInput).meta({ description: 'Where a code may go when text messages cannot be sent' }),
  })
  .transform(onePhone);

/** People type codes in groups, as they read them. */
export const phoneCodeInput = z
  .string({ error: 'Enter the code.' })
  .max(40, 'Enter the digits of the code.')
  .transform((typed) => typed.replace(/[\s-]/g, ''))
  .pipe(
    z
      .string()
      .min(1, 'Enter the code.')
      .regex(/^\d{4,8}$/, 'Enter the digits of the code.'),
  );

export const confirmPhoneInput = z
  .strictObject({ ...named, code: phoneCodeInput, name: optional(words(100)) })
  .transform(onePhone);

export type SendPhoneCode = z.output<typeof sendPhoneCodeInput>;
export type ConfirmPhone = z.output<typeof confirmPhoneInput>;
