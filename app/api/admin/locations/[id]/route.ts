import { endpoint, methods } from '#lib/http/endpoint';
import { archiveLocation, replaceLocation, updateLocation } from '#lib/promise/commands';
import { archiveLocationApi, getLocationApi, replaceLocationApi, updateLocationApi } from '#lib/promise/desk-api';
import { getLocation } from '#lib/promise/queries/desk-places';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getLocationApi, getLocation),
  PUT: endpoint(replaceLocationApi, replaceLocation),
  PATCH: endpoint(updateLocationApi, updateLocation),
  DELETE: endpoint(archiveLocationApi, archiveLocation),
});
