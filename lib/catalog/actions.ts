'use server';

import { action } from '#lib/http/action';
import {
  archiveCategory,
  archiveProduct,
  createCategory,
  createProduct,
  describeProductImage,
  orderCategories,
  orderProductImages,
  removeProductImage,
  restoreCategory,
  restoreProduct,
  updateCategory,
  updateProduct,
} from './commands.ts';
import {
  categoryIdInput,
  createCategoryInput,
  createProductInput,
  describeProductImageInput,
  listDeskProductsInput,
  orderCategoriesInput,
  orderProductImagesInput,
  productIdInput,
  productImageInput,
  updateCategoryInput,
  updateProductInput,
} from './input.ts';
import { listDeskProducts } from './queries.ts';

/** What the order desk's buttons and forms call. Pictures are sent to the API: a form of an action cannot be watched. */

export const createProductAction = action({ input: createProductInput, run: createProduct });
export const findDeskProductsAction = action({ input: listDeskProductsInput, run: listDeskProducts });
export const updateProductAction = action({ input: updateProductInput, run: updateProduct });
export const archiveProductAction = action({ input: productIdInput, run: archiveProduct });
export const restoreProductAction = action({ input: productIdInput, run: restoreProduct });
export const orderProductImagesAction = action({ input: orderProductImagesInput, run: orderProductImages });
export const describeProductImageAction = action({ input: describeProductImageInput, run: describeProductImage });
export const removeProductImageAction = action({ input: productImageInput, run: removeProductImage });

export const createCategoryAction = action({ input: createCategoryInput, run: createCategory });
export const updateCategoryAction = action({ input: updateCategoryInput, run: updateCategory });
export const archiveCategoryAction = action({ input: categoryIdInput, run: archiveCategory });
export const restoreCategoryAction = action({ input: categoryIdInput, run: restoreCategory });
export const orderCategoriesAction = action({ input: orderCategoriesInput, run: orderCategories });
