import { byCustomerId } from '#lib/http/by-customer-id';
import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';
import { listOrdersOlderApi, placeDeskOrderApi } from '#lib/orders/api/desk';
import { placeOrderApi } from '#lib/orders/api/public';
import { placeDeskOrder, placeOrder } from '#lib/orders/commands';
import { listOrders } from '#lib/orders/queries';

const place = endpoint(placeOrderApi, async (ctx, input, { cartKey, idempotency }) => {
  const { order, replayed } = await placeOrder(ctx, input, { cart_key: cartKey, idempotency, channel: 'api' });
  return replayable(order, replayed);
});

/** The older spelling of an order that staff take: the same address, with the customer it is for. */
const placeAtDesk = endpoint(placeDeskOrderApi, async (ctx, input, { idempotency }) => {
  const { order, replayed } = await placeDeskOrder(ctx, input, { idempotency });
  return replayable(order, replayed);
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listOrdersOlderApi, listOrders),
  POST: byCustomerId(placeAtDesk, place),
});
