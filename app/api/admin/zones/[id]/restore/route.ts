import { endpoint, methods } from '#lib/http/endpoint';
import { restoreZone } from '#lib/promise/commands';
import { restoreZoneApi } from '#lib/promise/desk-api';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restoreZoneApi, restoreZone),
});
