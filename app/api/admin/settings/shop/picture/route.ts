import { endpoint, methods } from '#lib/http/endpoint';
import { removeShopPictureApi, setShopPictureApi } from '#lib/settings/api';
import { removeShopPicture, setShopPicture } from '#lib/settings/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: endpoint(setShopPictureApi, async (ctx, { file, ...input }) =>
    setShopPicture(ctx, { ...input, file: Buffer.from(await file.arrayBuffer()) }),
  ),
  DELETE: endpoint(removeShopPictureApi, removeShopPicture),
});
