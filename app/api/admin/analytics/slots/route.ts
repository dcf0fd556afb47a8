import { getSlotFigures } from '#lib/analytics/queries';
import { getSlotFiguresApi } from '#lib/analytics/view-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getSlotFiguresApi, (ctx, input) => getSlotFigures(ctx, input)),
});
