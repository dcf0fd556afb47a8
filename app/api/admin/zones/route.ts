import { endpoint, methods } from '#lib/http/endpoint';
import { createZone } from '#lib/promise/commands';
import { createZoneApi, listDeskZonesApi } from '#lib/promise/desk-api';
import { listDeskZones } from '#lib/promise/queries/desk-zones';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeskZonesApi, listDeskZones),
  POST: endpoint(createZoneApi, createZone),
});
