import { refreshApi } from '#lib/auth/api';
import { refreshTokens } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(refreshApi, refreshTokens),
});
