import { restoreCategoryApi } from '#lib/catalog/api/desk-categories';
import { restoreCategory } from '#lib/catalog/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(restoreCategoryApi, restoreCategory),
});
