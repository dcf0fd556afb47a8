import { endpoint, methods } from '#lib/http/endpoint';
import { retryJobApi } from '#lib/jobs/api';
import { retryJob } from '#lib/jobs/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(retryJobApi, retryJob),
});
