import { endpoint, methods } from '#lib/http/endpoint';
import { listMovementsApi } from '#lib/stock/api';
import { listMovements } from '#lib/stock/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listMovementsApi, listMovements),
});
