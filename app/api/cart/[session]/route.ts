import { getCartBySessionApi } from '#lib/cart/api';
import { readCart } from '#lib/cart/reply';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getCartBySessionApi, (ctx, { session }) => readCart(ctx, session)),
});
