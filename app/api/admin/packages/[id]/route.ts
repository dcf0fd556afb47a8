import { archivePackage, replacePackage, updatePackage } from '#lib/events/commands';
import { archivePackageApi, getDeskPackageApi, replacePackageApi, updatePackageApi } from '#lib/events/packages-api';
import { getDeskPackage } from '#lib/events/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDeskPackageApi, (ctx, { id }) => getDeskPackage(ctx, id)),
  PUT: endpoint(replacePackageApi, replacePackage),
  PATCH: endpoint(updatePackageApi, updatePackage),
  DELETE: endpoint(archivePackageApi, archivePackage),
});
