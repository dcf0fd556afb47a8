import { endpoint, methods } from '#lib/http/endpoint';
import { restoreLocation } from '#lib/promise/commands';
import { restoreLocationApi } from '#lib/promise/desk-api';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restoreLocationApi, restoreLocation),
});
