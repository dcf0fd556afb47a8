import { createApiKey } from '#lib/auth/commands';
import { createApiKeyApi, listApiKeysApi } from '#lib/auth/keys-api';
import { listApiKeys } from '#lib/auth/queries/api-keys';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listApiKeysApi, listApiKeys),
  POST: endpoint(createApiKeyApi, createApiKey),
});
