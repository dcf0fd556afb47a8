import { z } from 'zod';
import { newPasswordInput } from '#lib/auth/password-input';
import { phoneCodeInput } from '#lib/auth/phone-input';
import { addressInput, emailInput, phoneInput } from '#lib/customers/input';
import { idInput, optional, required } from '#lib/fields';
import { pagingInput } from '#lib/paging';

const typedPassword = z.string({ error: 'Enter your password.' }).min(1, 'Enter your password.').max(1000);
/** Comes from a letter or a form of ours. */
const token = z.string({ error: 'Open the link in our e-mail.' }).min(1, 'Open the link in our e-mail.').max(4000);
const yes = z.boolean('Choose yes or no.').default(false);

export const registerInput = z
  .strictObject({
    name: required(100, 'Enter your name.'),
    email: optional(emailInput),
    phone: optional(phoneInput),
    password: newPasswordInput,
    marketing: yes.meta({ description: 'News of the shop by e-mail are welcome' }),
  })
  .superRefine(({ email, phone }, issues) => {
    if (email !== null || phone !== null) return;
    const message = 'Enter an e-mail address or a phone number.';
    issues.addIssue({ code: 'custom', path: ['email'], message, params: { code: 'VAL_001' } });
  });

/** By the link of the letter: the password that was chosen. By the code: the code. */
export const confirmRegistrationInput = z.strictObject({
  registration: token.meta({
    description: 'From the link of the letter, or from the answer to a registration by phone',
  }),
  password: optional(typedPassword).meta({ description: 'By e-mail: the password that was chosen' }),
  code: optional(phoneCodeInput).meta({ description: 'By phone: the code that was sent' }),
});

/** For somebody who has just proven a phone. */
export const completeAccountInput = z.strictObject({
  name: required(100, 'Enter your name.'),
  password: newPasswordInput,
  marketing: yes,
});

export const signInPageInput = z.strictObject({
  login: z
    .string({ error: 'Enter your e-mail address or phone number.' })
    .trim()
    .min(1, 'Enter your e-mail address or phone number.')
    .max(254, 'That is too long.'),
  password: typedPassword,
});
export const askCodeInput = z.strictObject({ phone: phoneInput });
export const signInByCodeInput = z.strictObject({ phone: phoneInput, code: phoneCodeInput });

export const forgotPasswordInput = z.strictObject({ email: emailInput });
export const resetPasswordInput = z.strictObject({ token, password: newPasswordInput });

export const changePasswordInput = z.strictObject({ current: typedPassword, password: newPasswordInput });

/** Only what is given changes. A new address is used once the link sent to it was opened. */
export const updateAccountInput = z.strictObject({
  name: required(100, 'Enter your name.').optional(),
  email: emailInput.optional(),
  marketing: z.boolean('Choose yes or no.').optional(),
  current_password: optional(typedPassword).meta({ description: 'For another e-mail address or password' }),
  new_password: newPasswordInput.optional(),
});
export const confirmEmailInput = z.strictObject({ token });

export const ownAddressInput = addressInput.omit({ customer_id: true });
export const updateOwnAddressInput = ownAddressInput.extend({ address_id: idInput });
export const ownAddressRefInput = z.strictObject({ address_id: idInput });
export const listOwnOrdersInput = z.object({ page: pagingInput.page, limit: pagingInput.limit });
export const reorderInput = z.strictObject({ order_number: z.string().trim().min(1).max(40) });

export type Register = z.output<typeof registerInput>;
export type ConfirmRegistration = z.output<typeof confirmRegistrationInput>;
export type CompleteAccount = z.output<typeof completeAccountInput>;
export type UpdateAccount = z.output<typeof updateAccountInput>;
export type OwnAddress = z.output<typeof ownAddressInput>;
export type ListOwnOrders = z.output<typeof listOwnOrdersInput>;
