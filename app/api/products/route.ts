import { listProductsApi } from '#lib/catalog/api/public';
import { listProducts } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listProductsApi, listProducts),
});
