import { csvDownload } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';
import { getImportTemplateApi } from '#lib/imports/api';
import { templateCsv } from '#lib/imports/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getImportTemplateApi, (ctx, input) =>
    csvDownload(`${input.kind}-template.csv`, templateCsv(ctx, input)),
  ),
});
