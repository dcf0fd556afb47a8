import { listPackagesApi } from '#lib/events/packages-api';
import { listPackages } from '#lib/events/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listPackagesApi, listPackages),
});
