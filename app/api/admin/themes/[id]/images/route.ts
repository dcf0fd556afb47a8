import { addThemeImage, orderThemeImages } from '#lib/events/commands';
import { addThemeImageApi, orderThemeImagesApi } from '#lib/events/themes-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(addThemeImageApi, async (ctx, { file, ...input }) =>
    addThemeImage(ctx, { ...input, file: Buffer.from(await file.arrayBuffer()) }),
  ),
  PUT: endpoint(orderThemeImagesApi, orderThemeImages),
});
