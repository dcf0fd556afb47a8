import { endpoint, methods } from '#lib/http/endpoint';
import { listOutboxApi } from '#lib/notices/api';
import { listOutbox } from '#lib/notices/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listOutboxApi, listOutbox),
});
