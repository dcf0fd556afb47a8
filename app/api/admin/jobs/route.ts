import { endpoint, methods } from '#lib/http/endpoint';
import { listJobsApi } from '#lib/jobs/api';
import { listJobs } from '#lib/jobs/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listJobsApi, listJobs),
});
