import { describePackageImage, removePackageImage } from '#lib/events/commands';
import { describePackageImageApi, removePackageImageApi } from '#lib/events/packages-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: endpoint(describePackageImageApi, describePackageImage),
  DELETE: endpoint(removePackageImageApi, removePackageImage),
});
