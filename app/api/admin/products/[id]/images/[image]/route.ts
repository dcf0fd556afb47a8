import { describeProductImageApi, removeProductImageApi } from '#lib/catalog/api/desk-products';
import { describeProductImage, removeProductImage } from '#lib/catalog/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: endpoint(describeProductImageApi, describeProductImage),
  DELETE: endpoint(removeProductImageApi, removeProductImage),
});
