import { csvDownload } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';
import { exportImportErrorsApi } from '#lib/imports/api';
import { exportErrors } from '#lib/imports/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(exportImportErrorsApi, (ctx, ref) => csvDownload('import-errors.csv', exportErrors(ctx, ref))),
});
