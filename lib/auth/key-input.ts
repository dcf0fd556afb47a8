import { z } from 'zod';
import { idInput, required } from '#lib/fields';
import { SCOPES } from './scopes.ts';

const MOST_DAYS = 1825;
const days = `Enter a number of days from 1 to ${MOST_DAYS}.`;

export const createApiKeyInput = z.strictObject({
  name: required(100, 'Say what uses the key.'),
  scopes: z
    .array(z.enum(SCOPES, { error: `Choose among ${SCOPES.join(', ')}.` }), { error: 'Choose what it may do.' })
    .min(1, 'Choose what it may do.')
    .max(SCOPES.length, 'Name each of them once.')
    .transform((scopes) => [...new Set(scopes)].sort()),
  expires_in_days: z
    .int({ error: days })
    .min(1, days)
    .max(MOST_DAYS, days)
    .nullable()
    .default(365)
    .describe('Null is never'),
});
export type CreateApiKey = z.output<typeof createApiKeyInput>;

export const apiKeyRefInput = z.strictObject({ id: idInput });
export type ApiKeyRef = z.output<typeof apiKeyRefInput>;
