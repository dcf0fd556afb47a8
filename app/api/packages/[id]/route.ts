import { getPackageApi } from '#lib/events/packages-api';
import { getPackage } from '#lib/events/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getPackageApi, (ctx, { id }) => getPackage(ctx, id)),
});
