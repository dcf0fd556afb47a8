import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';
import { recordPaymentApi } from '#lib/orders/api/desk';
import { recordPayment } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(recordPaymentApi, async (ctx, input, { idempotency }) => {
    const { order, replayed } = await recordPayment(ctx, input, { idempotency });
    return replayable(order, replayed);
  }),
});
