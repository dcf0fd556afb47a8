import { listProductsApi } from '#lib/catalog/api/public';
import { endpoint, methods } from '#lib/http/endpoint';
import { listPromisedProducts } from '#lib/promise/queries/products';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listProductsApi, listPromisedProducts),
});
