import { reorderApi } from '#lib/account/api';
import { reorder } from '#lib/account/commands';
import { reorderReply } from '#lib/account/reorder-reply';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(reorderApi, async (ctx, { number }, { cartKey }) =>
    reorderReply(ctx, await reorder(ctx, { order_number: number, cart_key: cartKey }), cartKey),
  ),
});
