import { revokeApiKey } from '#lib/auth/commands';
import { revokeApiKeyApi } from '#lib/auth/keys-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: endpoint(revokeApiKeyApi, revokeApiKey),
});
