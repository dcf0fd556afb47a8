import { z } from 'zod';
import { optional } from '#lib/fields';
import { codeInput } from './second-factor-input.ts';

const login = z.string({ error: 'Enter your name.' }).trim().min(1, 'Enter your name.').max(254, 'That is too long.');
const password = z
  .string({ error: 'Enter your password.' })
  .min(1, 'Enter your password.')
  .max(1000, 'That is too long.');

/** Username, email or phone; form-encoded clients say `username`. */
export const signInInput = z
  .strictObject({
    username: login.optional(),
    email: login.optional(),
    phone: login.optional(),
    login: login.optional(),
    password,
    /** The second step of those who have one: six digits of the app, or a recovery code. */
    totp: optional(codeInput),
    /** What OAuth-style form clients send along. */
    grant_type: z.string().optional(),
    scope: z.string().optional(),
  })
  .transform((input, ctx) => {
    const name = input.login ?? input.username ?? input.email ?? input.phone;
    if (name === undefined) {
      ctx.addIssue({ code: 'custom', path: ['username'], message: 'Enter your name.', params: { code: 'VAL_001' } });
      return z.NEVER;
    }
    return { login: name, password: input.password, totp: input.totp };
  });

export type SignIn = { login: string; password: string; totp?: string | null };

/** At the desk a browser says the password first, and then only the code. */
export const codeStepInput = z.strictObject({ totp: codeInput });

export const refreshInput = z.strictObject({
  refresh_token: z.string({ error: 'Send the refresh token.' }).min(1, 'Send the refresh token.').max(200),
});
