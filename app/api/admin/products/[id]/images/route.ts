import { addProductImageApi, orderProductImagesApi } from '#lib/catalog/api/desk-products';
import { addProductImage, orderProductImages } from '#lib/catalog/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(addProductImageApi, async (ctx, { file, ...input }) =>
    addProductImage(ctx, { ...input, file: Buffer.from(await file.arrayBuffer()) }),
  ),
  PUT: endpoint(orderProductImagesApi, orderProductImages),
});
