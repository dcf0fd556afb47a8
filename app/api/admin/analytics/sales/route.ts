import { getSales } from '#lib/analytics/queries';
import { getSalesApi } from '#lib/analytics/view-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getSalesApi, (ctx, input) => getSales(ctx, input)),
});
