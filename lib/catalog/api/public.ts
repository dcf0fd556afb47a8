import { contract } from '#lib/http/contract';
import { holdsUntil } from '#lib/promise/rules';
import { getProductInput, listBestsellersInput, listProductsInput } from '../input.ts';
import { categoryOutput, type Product, type ProductCard, productCardOutput, productOutput } from '../output.ts';
import { categoryExample, productCardExample, productExample } from './examples.ts';

const LIST_TAGS = ['catalog', 'stock', 'promise', 'shop'] as const;
const shown = { access: 'public', tag: 'Catalog' } as const;

export const listProductsApi = contract({
  ...shown,
  id: 'listProducts',
  method: 'GET',
  path: '/products',
  summary: 'List products on sale',
  description:
    'Everything a customer can buy, filtered, searched and sorted. Search forgives accents and typing errors, and knows what is said in every language of the shop. `category` takes the id or the slug of a category; amounts are in major units of the currency of the shop.',
  query: listProductsInput,
  output: productCardOutput,
  isList: true,
  kept: () => LIST_TAGS,
  keptUntil: (products: ProductCard[]) => holdsUntil(products),
  example: { query: { q: 'rye', sort: 'price' }, data: [productCardExample] },
});

export const listBestsellersApi = contract({
  ...shown,
  id: 'listBestsellers',
  method: 'GET',
  path: '/products/bestsellers',
  summary: 'List what sells best',
  description:
    'Products on sale by the units sold in the last `days`, 30 unless named and 90 at most; cancelled orders do not count.',
  query: listBestsellersInput,
  output: productCardOutput,
  isList: true,
  kept: () => LIST_TAGS,
  keptUntil: (products: ProductCard[]) => holdsUntil(products),
  example: { query: { days: '30', limit: '4' }, data: [productCardExample] },
});

export const getProductApi = contract({
  ...shown,
  id: 'getProduct',
  method: 'GET',
  path: '/products/{id}',
  summary: 'Get one product',
  description:
    'A product on sale by its id or its slug, with variants, pictures, allergens, unit prices and the next times it can be had.',
  params: getProductInput,
  output: productOutput,
  errors: ['DB_002'],
  kept: ({ slug }: Product) => [...LIST_TAGS, `product:${slug}`],
  keptUntil: (product: Product) => holdsUntil([product]),
  example: { params: { id: 'rye-loaf' }, data: productExample },
});

export const listCategoriesApi = contract({
  ...shown,
  id: 'listCategories',
  method: 'GET',
  path: '/categories',
  summary: 'List categories',
  description: 'The shelves of the shop in their order, each with the number of products on sale in it.',
  output: categoryOutput,
  isList: true,
  kept: () => LIST_TAGS,
  example: { data: [categoryExample] },
});
