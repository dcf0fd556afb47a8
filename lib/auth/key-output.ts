import { z } from 'zod';
import { API_KEY_STATES } from './scopes.ts';

const moment = z.iso.datetime();

export const apiKeyOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  prefix: z.string().describe('The first signs of the key'),
  scopes: z.array(z.string()),
  state: z.enum(API_KEY_STATES).describe('`orphaned`: whoever made it is no admin any more'),
  created_by: z.string().nullable().describe('The name of whoever made it'),
  created_at: moment,
  expires_at: moment.nullable(),
  last_used_at: moment.nullable().describe('To the minute'),
  revoked_at: moment.nullable(),
});
export type ApiKeyDto = z.output<typeof apiKeyOutput>;

export const newApiKeyOutput = apiKeyOutput.extend({
  key: z.string().describe('Shown this once: only its hash is kept'),
});
export type NewApiKeyDto = z.output<typeof newApiKeyOutput>;
