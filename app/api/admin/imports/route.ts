import { endpoint, methods } from '#lib/http/endpoint';
import { checkImportApi, listImportsApi } from '#lib/imports/api';
import { checkImport } from '#lib/imports/commands';
import { listImports } from '#lib/imports/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listImportsApi, listImports),
  POST: endpoint(checkImportApi, (ctx, { file, ...input }) =>
    checkImport(ctx, input, { name: file instanceof File ? file.name : '', bytes: () => file.stream() }),
  ),
});
