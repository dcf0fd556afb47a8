import { createCategoryApi, listDeskCategoriesApi } from '#lib/catalog/api/desk-categories';
import { createCategory } from '#lib/catalog/commands';
import { listDeskCategories } from '#lib/catalog/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeskCategoriesApi, listDeskCategories),
  POST: endpoint(createCategoryApi, createCategory),
});
