import { exportFigures } from '#lib/analytics/queries';
import { exportFiguresApi } from '#lib/analytics/view-api';
import { csvDownload } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(exportFiguresApi, (ctx, input) => csvDownload(`${input.table}.csv`, exportFigures(ctx, input))),
});
