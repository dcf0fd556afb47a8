import { addPackageImage, orderPackageImages } from '#lib/events/commands';
import { addPackageImageApi, orderPackageImagesApi } from '#lib/events/packages-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(addPackageImageApi, async (ctx, { file, ...input }) =>
    addPackageImage(ctx, { ...input, file: Buffer.from(await file.arrayBuffer()) }),
  ),
  PUT: endpoint(orderPackageImagesApi, orderPackageImages),
});
