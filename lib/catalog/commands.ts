import 'server-only';

/** The door of this module for writers; one file per subject behind it. */

export {
  archiveCategory,
  createCategory,
  orderCategories,
  replaceCategory,
  restoreCategory,
  updateCategory,
} from './commands/categories.ts';
export {
  addProductImage,
  describeProductImage,
  orderProductImages,
  removeProductImage,
} from './commands/images.ts';
export {
  addProduct,
  archiveProduct,
  changeProduct,
  createProduct,
  replaceProduct,
  restoreProduct,
  updateProduct,
} from './commands/products.ts';
