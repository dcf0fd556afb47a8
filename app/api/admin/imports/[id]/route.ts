import { endpoint, methods } from '#lib/http/endpoint';
import { getImportApi } from '#lib/imports/api';
import { getImport } from '#lib/imports/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: endpoint(getImportApi, getImport) });
