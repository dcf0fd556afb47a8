import { endpoint, methods } from '#lib/http/endpoint';
import { getMetricsApi } from '#lib/system/api';
import { getMetrics } from '#lib/system/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getMetricsApi, getMetrics),
});
