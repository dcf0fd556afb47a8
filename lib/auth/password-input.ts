import { z } from 'zod';
import { isCommonPassword } from './common-passwords.ts';
import { LONGEST_PASSWORD_BYTES, SHORTEST_PASSWORD } from './rules.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
/** What is tried first, everywhere. */
const COMMON = /^(password|passwort|parola|qwertz?u?i?|letmein|welcome|12345678|123456789|11111111|abc)[\w!]{0,4}$/i;

/** A password somebody chooses. Length is what counts; words everybody tries are refused. */
export const newPasswordInput = z
  .string({ error: 'Choose a password.' })
  .min(1, 'Choose a password.')
  .min(SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters.`)
  .refine((typed) => bytesOf(typed) <= LONGEST_PASSWORD_BYTES, {
    error: `Use at most ${LONGEST_PASSWORD_BYTES} characters.`,
    params: { code: 'VAL_003' },
  })
  .refine((typed) => !COMMON.test(typed) && !isCommonPassword(typed), {
    error: 'Everybody knows this one. Choose another.',
    params: { code: 'VAL_003' },
  });
