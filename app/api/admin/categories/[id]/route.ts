import {
  archiveCategoryApi,
  getDeskCategoryApi,
  replaceCategoryApi,
  updateCategoryApi,
} from '#lib/catalog/api/desk-categories';
import { archiveCategory, updateCategory } from '#lib/catalog/commands';
import { getDeskCategory } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

/** What PUT puts in for what was not named. */
const UNNAMED = { description: null, display_order: 0, active: true };

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDeskCategoryApi, (ctx, { id }) => getDeskCategory(ctx, id)),
  PUT: endpoint(replaceCategoryApi, (ctx, input) => updateCategory(ctx, { ...UNNAMED, ...input })),
  PATCH: endpoint(updateCategoryApi, updateCategory),
  DELETE: endpoint(archiveCategoryApi, archiveCategory),
});
