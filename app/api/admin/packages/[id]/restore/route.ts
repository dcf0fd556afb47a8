import { restorePackage } from '#lib/events/commands';
import { restorePackageApi } from '#lib/events/packages-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restorePackageApi, restorePackage),
});
