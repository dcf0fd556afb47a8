import { createPackage } from '#lib/events/commands';
import { createPackageApi, listDeskPackagesApi } from '#lib/events/packages-api';
import { listDeskPackages } from '#lib/events/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeskPackagesApi, listDeskPackages),
  POST: endpoint(createPackageApi, createPackage),
});
