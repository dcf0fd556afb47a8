import { endpoint, methods } from '#lib/http/endpoint';
import { applyImportApi } from '#lib/imports/api';
import { applyImport } from '#lib/imports/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: endpoint(applyImportApi, applyImport) });
