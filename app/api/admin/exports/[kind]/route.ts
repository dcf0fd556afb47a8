import { csvDownload } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';
import { exportKindApi } from '#lib/imports/api';
import { exportCsv } from '#lib/imports/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(exportKindApi, (ctx, input) => csvDownload(`${input.kind}.csv`, exportCsv(ctx, input))),
});
