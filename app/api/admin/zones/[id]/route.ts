import { endpoint, methods } from '#lib/http/endpoint';
import { archiveZone, replaceZone, updateZone } from '#lib/promise/commands';
import { archiveZoneApi, getDeskZoneApi, replaceZoneApi, updateZoneApi } from '#lib/promise/desk-api';
import { getDeskZone } from '#lib/promise/queries/desk-zones';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDeskZoneApi, getDeskZone),
  PUT: endpoint(replaceZoneApi, replaceZone),
  PATCH: endpoint(updateZoneApi, updateZone),
  DELETE: endpoint(archiveZoneApi, archiveZone),
});
