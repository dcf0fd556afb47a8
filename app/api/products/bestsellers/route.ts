import { listBestsellersApi } from '#lib/catalog/api/public';
import { endpoint, methods } from '#lib/http/endpoint';
import { listPromisedBestsellers } from '#lib/promise/queries/products';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listBestsellersApi, listPromisedBestsellers),
});
