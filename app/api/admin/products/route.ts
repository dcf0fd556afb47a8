import { createProductApi, listDeskProductsApi } from '#lib/catalog/api/desk-products';
import { createProduct } from '#lib/catalog/commands';
import { listDeskProducts } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeskProductsApi, listDeskProducts),
  POST: endpoint(createProductApi, createProduct),
});
