import {
  archiveCategoryApi,
  getDeskCategoryApi,
  replaceCategoryApi,
  updateCategoryApi,
} from '#lib/catalog/api/desk-categories';
import { archiveCategory, replaceCategory, updateCategory } from '#lib/catalog/commands';
import { getDeskCategory } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDeskCategoryApi, (ctx, { id }) => getDeskCategory(ctx, id)),
  PUT: endpoint(replaceCategoryApi, replaceCategory),
  PATCH: endpoint(updateCategoryApi, updateCategory),
  DELETE: endpoint(archiveCategoryApi, archiveCategory),
});
