import { z } from 'zod';
import { emailInput } from '#lib/customers/input';
import { filled, idInput, optional, required } from '#lib/fields';
import { pagingInput } from '#lib/paging';
import { newPasswordInput } from './password-input.ts';

export const STAFF_ROLES = ['staff', 'admin'] as const;

const username = z
  .string({ error: 'Enter a name to sign in with.' })
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{1,100}$/u, 'Use letters, digits, dots, dashes and underscores, without spaces.');
const role = z.enum(STAFF_ROLES, { error: 'Choose staff or admin.' });
const name = required(100, 'Enter the name.');

export const createStaffInput = z.strictObject({
  name,
  username,
  email: optional(emailInput),
  role,
  password: newPasswordInput,
});

/** Only what is given changes; null takes the e-mail address off. */
export const updateStaffInput = z.strictObject({
  user_id: idInput,
  name: name.optional(),
  username: username.optional(),
  email: emailInput
    .nullable()
    .or(z.literal('').transform(() => null))
    .optional(),
  role: role.optional(),
  is_active: z.boolean('Choose yes or no.').optional(),
});

export const staffRefInput = z.strictObject({ user_id: idInput });
export const setStaffPasswordInput = z.strictObject({ user_id: idInput, password: newPasswordInput });

export const changePasswordInput = z.strictObject({
  current_password: z
    .string({ error: 'Enter the password you have now.' })
    .min(1, 'Enter the password you have now.')
    .max(1000, 'That is too long.'),
  new_password: newPasswordInput,
});

export const listStaffInput = z.object({
  is_active: filled(z.enum(['true', 'false'], { error: 'Use true or false.' }).transform((word) => word === 'true')),
  page: pagingInput.page,
  limit: pagingInput.limit,
});

export type CreateStaff = z.output<typeof createStaffInput>;
export type UpdateStaff = z.output<typeof updateStaffInput>;
export type SetStaffPassword = z.output<typeof setStaffPasswordInput>;
export type ChangePassword = z.output<typeof changePasswordInput>;
export type ListStaff = z.output<typeof listStaffInput>;
