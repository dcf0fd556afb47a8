import { contract, idParam } from '#lib/http/contract';
import { createApiKeyInput } from './key-input.ts';
import { apiKeyOutput, newApiKeyOutput } from './key-output.ts';

const keys = { access: 'admin', tag: 'API keys' } as const;
const key = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e8101',
  name: 'Accounting',
  prefix: 'bk_Zr9m4Qx2',
  scopes: ['customers:read', 'orders:read'],
  state: 'active',
  created_by: 'Maria',
  created_at: '2026-06-01T08:00:00.000Z',
  expires_at: '2027-06-01T08:00:00.000Z',
  last_used_at: null,
  revoked_at: null,
};

export const listApiKeysApi = contract({
  ...keys,
  id: 'listApiKeys',
  method: 'GET',
  path: '/admin/api-keys',
  summary: 'List API keys',
  description: 'The newest first, with those that have ended. No key can use this: keys are a matter of people.',
  output: apiKeyOutput,
  isList: true,
  example: { data: [key] },
});

export const createApiKeyApi = contract({
  ...keys,
  id: 'createApiKey',
  method: 'POST',
  path: '/admin/api-keys',
  summary: 'Create an API key',
  description:
    'Answers the `key` this once; send it as `Authorization: Bearer`. It does what staff may do within its scopes, until it expires, is revoked, or whoever made it is no admin any more.',
  body: createApiKeyInput,
  output: newApiKeyOutput,
  status: 201,
  example: {
    body: { name: 'Accounting', scopes: ['customers:read', 'orders:read'], expires_in_days: 365 },
    data: { ...key, key: 'bk_Zr9m4Qx2b7Yt1uW5sE8dA6fGhJ0lZxCvBnM3pQok3J0' },
  },
});

export const revokeApiKeyApi = contract({
  ...keys,
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/admin/api-keys/{id}',
  summary: 'Revoke an API key',
  description: 'Its next request is refused. Revoking it again changes nothing.',
  params: idParam,
  status: 204,
  errors: ['DB_002'],
  example: { params: { id: key.id } },
});
