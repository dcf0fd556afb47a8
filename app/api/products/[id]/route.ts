import { getProductApi } from '#lib/catalog/api/public';
import { getProduct } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getProductApi, (ctx, { id }) => getProduct(ctx, id)),
});
