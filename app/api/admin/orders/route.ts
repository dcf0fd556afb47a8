import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';
import { listOrdersApi, placeDeskOrderApi } from '#lib/orders/api/desk';
import { placeDeskOrder } from '#lib/orders/commands';
import { listOrders } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listOrdersApi, listOrders),
  POST: endpoint(placeDeskOrderApi, async (ctx, input, { idempotency }) => {
    const { order, replayed } = await placeDeskOrder(ctx, input, { idempotency });
    return replayable(order, replayed);
  }),
});
