import { addToCartApi, clearCartApi, getCartApi } from '#lib/cart/api';
import { addToCart, clearCart } from '#lib/cart/commands';
import { cartReply, readCart } from '#lib/cart/reply';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getCartApi, (ctx, _, { cartKey }) => readCart(ctx, cartKey)),
  POST: endpoint(addToCartApi, async (ctx, input) => {
    const { cart, cart_key: key } = await addToCart(ctx, input);
    return cartReply(ctx, cart, { key, isNew: key !== input.cart_key });
  }),
  DELETE: endpoint(clearCartApi, (ctx, _, { cartKey }) => clearCart(ctx, { cart_key: cartKey })),
});
