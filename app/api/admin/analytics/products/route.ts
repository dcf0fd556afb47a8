import { getProductFigures } from '#lib/analytics/queries';
import { getProductFiguresApi } from '#lib/analytics/view-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getProductFiguresApi, (ctx, input) => getProductFigures(ctx, input)),
});
