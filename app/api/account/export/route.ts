import { endpoint, methods } from '#lib/http/endpoint';
import { exportOwnDataApi } from '#lib/privacy/api';
import { exportOwnData } from '#lib/privacy/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(exportOwnDataApi, exportOwnData),
});
