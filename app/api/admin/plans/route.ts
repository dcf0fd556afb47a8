import { endpoint, methods } from '#lib/http/endpoint';
import { getPlansApi, setPlansApi } from '#lib/stock/api';
import { setPlans } from '#lib/stock/commands';
import { getPlans } from '#lib/stock/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getPlansApi, getPlans),
  PUT: endpoint(setPlansApi, setPlans),
});
