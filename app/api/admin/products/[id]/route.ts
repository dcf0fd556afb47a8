import {
  archiveProductApi,
  getDeskProductApi,
  replaceProductApi,
  updateProductApi,
} from '#lib/catalog/api/desk-products';
import { archiveProduct, replaceProduct, updateProduct } from '#lib/catalog/commands';
import { getDeskProduct } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDeskProductApi, (ctx, { id }) => getDeskProduct(ctx, id)),
  PUT: endpoint(replaceProductApi, replaceProduct),
  PATCH: endpoint(updateProductApi, updateProduct),
  DELETE: endpoint(archiveProductApi, archiveProduct),
});
