import 'server-only';

/** The door of this module for readers; one file per subject behind it. */

export { listBestsellers } from './queries/bestsellers.ts';
export { getCategory, getDeskCategory, listCategories, listDeskCategories } from './queries/categories.ts';
export { getDeskProduct, listDeskProducts } from './queries/desk-products.ts';
export { getProduct, listRelatedProducts, listSlugs } from './queries/get-product.ts';
export { listProducts } from './queries/list-products.ts';
export { getDefaultVariants, getSellables, getStockOf, type Sellable } from './queries/sellables.ts';
