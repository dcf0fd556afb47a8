import { z } from 'zod';
import { contract, idParam, idParamAs } from '#lib/http/contract';
import { pictureFields, takePicture } from '#lib/media/input';
import { imageOutput } from '#lib/media/output';
import {
  addProductImageInput,
  createProductInput,
  describeProductImageInput,
  listDeskProductsInput,
  orderProductImagesInput,
  productIdInput,
  replaceProductInput,
  updateProductInput,
} from '../input.ts';
import { deskProductCardOutput, deskProductOutput } from '../output.ts';
import { deskProductCardExample, deskProductExample, imageExample } from './examples.ts';

const desk = { access: 'staff', tag: 'Products' } as const;
const { id } = deskProductExample;
const onProduct = { params: { id } };
const body = {
  name: 'Rye loaf',
  description: 'Slow sourdough, baked dark.',
  price: 4.8,
  stock_quantity: 12,
  allergens: ['gluten'],
};

export const listDeskProductsApi = contract({
  ...desk,
  id: 'listDeskProducts',
  method: 'GET',
  path: '/admin/products',
  summary: 'List products for the desk',
  description: 'All products that are not archived, hidden ones included; `state` chooses others.',
  query: listDeskProductsInput,
  output: deskProductCardOutput,
  isList: true,
  example: { query: { state: 'active', low_stock: 'true' }, data: [deskProductCardExample] },
});

export const createProductApi = contract({
  ...desk,
  id: 'createProduct',
  method: 'POST',
  path: '/admin/products',
  summary: 'Add a product',
  description:
    'Give `price` and `stock_quantity` for a simple product, or `variants`. Without a category it goes to "Other"; the slug is made from the name.',
  body: createProductInput,
  output: deskProductOutput,
  status: 201,
  errors: ['CONF_001', 'DB_002'],
  example: { body, data: deskProductExample },
});

export const getDeskProductApi = contract({
  ...desk,
  id: 'getDeskProduct',
  method: 'GET',
  path: '/admin/products/{id}',
  summary: 'Get a product for the desk',
  description: 'One product with everything, archived or not. Its `ETag` serves as `If-Match` of a change.',
  params: idParam,
  output: deskProductOutput,
  errors: ['DB_002'],
  example: { ...onProduct, data: deskProductExample },
});

export const replaceProductApi = contract({
  ...desk,
  id: 'replaceProduct',
  method: 'PUT',
  path: '/admin/products/{id}',
  summary: 'Replace a product',
  description: 'What is not named goes back to its default; category, address and stock stay as they are.',
  params: idParam,
  body: replaceProductInput,
  output: deskProductOutput,
  isVersioned: true,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onProduct, body, data: deskProductExample },
});

export const updateProductApi = contract({
  ...desk,
  id: 'updateProduct',
  method: 'PATCH',
  path: '/admin/products/{id}',
  summary: 'Change a product',
  description: 'Only what is named changes.',
  params: idParam,
  body: updateProductInput,
  output: deskProductOutput,
  isVersioned: true,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onProduct, body: { price: 5.2 }, data: deskProductExample },
});

export const archiveProductApi = contract({
  ...desk,
  id: 'archiveProduct',
  method: 'DELETE',
  path: '/admin/products/{id}',
  summary: 'Archive a product',
  description: 'Takes it off sale and out of the lists. Orders keep what they hold; it can be restored.',
  params: productIdInput,
  status: 204,
  errors: ['DB_002'],
  example: onProduct,
});

export const restoreProductApi = contract({
  ...desk,
  id: 'restoreProduct',
  method: 'POST',
  path: '/admin/products/{id}/restore',
  summary: 'Restore a product',
  description: 'Brings an archived product back, as it was.',
  params: productIdInput,
  output: deskProductOutput,
  errors: ['DB_002', 'CONF_001'],
  example: { ...onProduct, data: deskProductExample },
});

const productImageBody = addProductImageInput.extend(pictureFields).transform(takePicture);

export const addProductImageApi = contract({
  ...desk,
  id: 'addProductImage',
  method: 'POST',
  path: '/admin/products/{id}/images',
  summary: 'Add a picture to a product',
  description:
    'One JPEG, PNG or WebP of at most 8 MB as `file` (or `image`), with its `alt` text. It is encoded anew without its metadata. A product has at most five pictures; the first is its face.',
  params: idParamAs('product_id'),
  body: productImageBody,
  accepts: 'multipart',
  output: imageOutput,
  status: 201,
  errors: ['DB_002', 'FILE_001', 'FILE_002'],
  example: { ...onProduct, body: { file: '(the picture)', alt: imageExample.alt }, data: imageExample },
});

export const orderProductImagesApi = contract({
  ...desk,
  id: 'orderProductImages',
  method: 'PUT',
  path: '/admin/products/{id}/images',
  summary: 'Put the pictures of a product in order',
  description: 'Names every picture of the product in its new order; answers them in it.',
  params: idParamAs('product_id'),
  body: orderProductImagesInput,
  output: z.array(imageOutput),
  errors: ['DB_002'],
  example: { ...onProduct, body: { ids: [imageExample.id] }, data: [imageExample] },
});

const imageParams = z
  .object({ id: idParam.shape.id, image: idParam.shape.id })
  .transform(({ id, image }) => ({ product_id: id, id: image }));
const onImage = { params: { id, image: imageExample.id } };

export const describeProductImageApi = contract({
  ...desk,
  id: 'describeProductImage',
  method: 'PUT',
  path: '/admin/products/{id}/images/{image}',
  summary: 'Describe a picture',
  description: 'Sets the text that stands for the picture where it is not seen.',
  params: imageParams,
  body: describeProductImageInput,
  output: imageOutput,
  errors: ['DB_002'],
  example: { ...onImage, body: { alt: imageExample.alt }, data: imageExample },
});

export const removeProductImageApi = contract({
  ...desk,
  id: 'removeProductImage',
  method: 'DELETE',
  path: '/admin/products/{id}/images/{image}',
  summary: 'Remove a picture from a product',
  description: 'The picture is gone from the product and from the shop.',
  params: imageParams,
  status: 204,
  errors: ['DB_002'],
  example: onImage,
});
