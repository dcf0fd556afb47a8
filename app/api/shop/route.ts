import { endpoint, methods } from '#lib/http/endpoint';
import { getShopApi } from '#lib/settings/api';
import { toShop } from '#lib/settings/output';
import { getSettings } from '#lib/settings/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getShopApi, async (ctx) => toShop(await getSettings(ctx))),
});
