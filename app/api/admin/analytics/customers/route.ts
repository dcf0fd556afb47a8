import { getCustomerFigures } from '#lib/analytics/queries';
import { getCustomerFiguresApi } from '#lib/analytics/view-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getCustomerFiguresApi, (ctx, input) => getCustomerFigures(ctx, input)),
});
