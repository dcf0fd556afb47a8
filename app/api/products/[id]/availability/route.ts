import { endpoint, methods } from '#lib/http/endpoint';
import { getAvailabilityApi } from '#lib/promise/api';
import { getAvailability } from '#lib/promise/queries/list-slots';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getAvailabilityApi, getAvailability),
});
