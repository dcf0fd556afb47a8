import { z } from 'zod';
import { readCode } from './second-factor-rules.ts';
import { staffRefInput } from './staff-input.ts';

/** Six digits of the app, or a recovery code; spaces and dashes are as one likes. */
export const codeInput = z
  .string({ error: 'Enter the code.' })
  .trim()
  .min(1, 'Enter the code.')
  .max(40, 'That is too long.')
  .refine((typed) => readCode(typed) !== null, 'Enter the six digits of the app, or a recovery code.');

const appCode = z
  .string({ error: 'Enter the code of the app.' })
  .trim()
  .min(1, 'Enter the code of the app.')
  .max(40, 'That is too long.')
  .refine((typed) => readCode(typed)?.kind === 'app', 'Enter the six digits that the app shows.');

const password = z
  .string({ error: 'Enter your password.' })
  .min(1, 'Enter your password.')
  .max(1000, 'That is too long.');

export const startSecondFactorInput = z.strictObject({ password });
/** A recovery code proves nothing about the app that is being set up. */
export const confirmSecondFactorInput = z.strictObject({ totp: appCode });
export const withSecondFactorInput = z.strictObject({ password, totp: codeInput });
export const resetSecondFactorInput = staffRefInput;

export type StartSecondFactor = z.output<typeof startSecondFactorInput>;
export type ConfirmSecondFactor = z.output<typeof confirmSecondFactorInput>;
export type WithSecondFactor = z.output<typeof withSecondFactorInput>;
