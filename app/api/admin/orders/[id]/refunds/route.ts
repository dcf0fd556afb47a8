import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';
import { refundPaymentApi } from '#lib/orders/api/desk';
import { refundPayment } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(refundPaymentApi, async (ctx, input, { idempotency }) => {
    const { order, replayed } = await refundPayment(ctx, input, { idempotency });
    return replayable(order, replayed);
  }),
});
