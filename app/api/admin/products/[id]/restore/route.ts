import { restoreProductApi } from '#lib/catalog/api/desk-products';
import { restoreProduct } from '#lib/catalog/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restoreProductApi, restoreProduct),
});
