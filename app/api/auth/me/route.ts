import { meApi } from '#lib/auth/api';
import { getMe } from '#lib/auth/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(meApi, getMe),
});
