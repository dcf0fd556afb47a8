import { listCategoriesApi } from '#lib/catalog/api/public';
import { listCategories } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listCategoriesApi, listCategories),
});
