import { endpoint, methods } from '#lib/http/endpoint';
import { createLocation } from '#lib/promise/commands';
import { createLocationApi, listLocationsApi } from '#lib/promise/desk-api';
import { listLocations } from '#lib/promise/queries/desk-places';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listLocationsApi, listLocations),
  POST: endpoint(createLocationApi, createLocation),
});
