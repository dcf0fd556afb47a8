import { getDashboardApi } from '#lib/analytics/api';
import { getDashboard } from '#lib/analytics/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDashboardApi, getDashboard),
});
