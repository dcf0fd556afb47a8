import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';
import { claimPaymentApi } from '#lib/orders/api/public';
import { claimPayment } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(claimPaymentApi, async (ctx, input, { orderKey, idempotency }) => {
    const { order, replayed } = await claimPayment(ctx, input, { key: orderKey, idempotency });
    return replayable(order, replayed);
  }),
});
