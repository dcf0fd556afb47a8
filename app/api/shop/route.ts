import { endpoint, methods } from '#lib/http/endpoint';
import { getShopApi } from '#lib/settings/api';
import { settingsIn } from '#lib/settings/in-language';
import { toShop } from '#lib/settings/output';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getShopApi, async (ctx) => toShop(await settingsIn(ctx))),
});
