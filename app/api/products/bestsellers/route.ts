import { listBestsellersApi } from '#lib/catalog/api/public';
import { listBestsellers } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listBestsellersApi, listBestsellers),
});
