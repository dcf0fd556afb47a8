import { changeCartItemApi, removeCartItemApi } from '#lib/cart/api';
import { changeCartItem, removeCartItem } from '#lib/cart/commands';
import { cartReply } from '#lib/cart/reply';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PATCH: endpoint(changeCartItemApi, async (ctx, input) =>
    cartReply(ctx, await changeCartItem(ctx, input), { key: input.cart_key, isNew: false }),
  ),
  DELETE: endpoint(removeCartItemApi, (ctx, { item_id }, { cartKey }) =>
    removeCartItem(ctx, { cart_key: cartKey, item_id }),
  ),
});
