import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';
import { claimPaymentApi } from '#lib/orders/api/public';
import { claimPayment } from '#lib/orders/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(claimPaymentApi, async (ctx, { proof: file, ...input }, { orderKey, idempotency }) => {
    const proof = file && Buffer.from(await file.arrayBuffer());
    const { order, replayed } = await claimPayment(ctx, input, { key: orderKey, idempotency, proof });
    return replayable(order, replayed);
  }),
});
