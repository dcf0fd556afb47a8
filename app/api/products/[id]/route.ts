import { getProductApi } from '#lib/catalog/api/public';
import { endpoint, methods } from '#lib/http/endpoint';
import { getPromisedProduct } from '#lib/promise/queries/products';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getProductApi, (ctx, { id }) => getPromisedProduct(ctx, id)),
});
