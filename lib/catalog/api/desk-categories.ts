import { contract, idParam } from '#lib/http/contract';
import {
  categoryIdInput,
  createCategoryInput,
  listCategoriesInput,
  replaceCategoryInput,
  updateCategoryInput,
} from '../input.ts';
import { deskCategoryOutput } from '../output.ts';
import { deskCategoryExample } from './examples.ts';

const desk = { access: 'staff', tag: 'Categories' } as const;
const onCategory = { params: { id: deskCategoryExample.id } };
const body = { name: 'Bread', display_order: 1 };

export const listDeskCategoriesApi = contract({
  ...desk,
  id: 'listDeskCategories',
  method: 'GET',
  path: '/admin/categories',
  summary: 'List categories for the desk',
  description: 'All categories, hidden ones included; `archived=true` lists the archived ones.',
  query: listCategoriesInput,
  output: deskCategoryOutput,
  isList: true,
  example: { data: [deskCategoryExample] },
});

export const createCategoryApi = contract({
  ...desk,
  id: 'createCategory',
  method: 'POST',
  path: '/admin/categories',
  summary: 'Add a category',
  description: 'Names are unique; the slug is made from the name when left out.',
  body: createCategoryInput,
  output: deskCategoryOutput,
  status: 201,
  errors: ['CONF_001'],
  example: { body, data: deskCategoryExample },
});

export const getDeskCategoryApi = contract({
  ...desk,
  id: 'getDeskCategory',
  method: 'GET',
  path: '/admin/categories/{id}',
  summary: 'Get a category for the desk',
  description: 'One category, archived or not.',
  params: idParam,
  output: deskCategoryOutput,
  errors: ['DB_002'],
  example: { ...onCategory, data: deskCategoryExample },
});

export const replaceCategoryApi = contract({
  ...desk,
  id: 'replaceCategory',
  method: 'PUT',
  path: '/admin/categories/{id}',
  summary: 'Replace a category',
  description: 'What is not named goes back to its default; address and place in the order stay.',
  params: idParam,
  body: replaceCategoryInput,
  output: deskCategoryOutput,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onCategory, body, data: deskCategoryExample },
});

export const updateCategoryApi = contract({
  ...desk,
  id: 'updateCategory',
  method: 'PATCH',
  path: '/admin/categories/{id}',
  summary: 'Change a category',
  description: 'Only what is named changes.',
  params: idParam,
  body: updateCategoryInput,
  output: deskCategoryOutput,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onCategory, body: { active: false }, data: deskCategoryExample },
});

export const archiveCategoryApi = contract({
  ...desk,
  id: 'archiveCategory',
  method: 'DELETE',
  path: '/admin/categories/{id}',
  summary: 'Archive a category',
  description: 'Its products move to the built-in category "Other", which cannot be archived itself.',
  params: categoryIdInput,
  status: 204,
  errors: ['DB_002', 'CONF_002'],
  example: onCategory,
});

export const restoreCategoryApi = contract({
  ...desk,
  id: 'restoreCategory',
  method: 'POST',
  path: '/admin/categories/{id}/restore',
  summary: 'Restore a category',
  description: 'Brings an archived category back.',
  params: categoryIdInput,
  output: deskCategoryOutput,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onCategory, data: deskCategoryExample },
});
