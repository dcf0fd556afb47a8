import { claimBookingPayment } from '#lib/events/booking-commands';
import { claimBookingPaymentApi } from '#lib/events/booking-payments-api';
import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(claimBookingPaymentApi, async (ctx, { proof: file, ...input }, { orderKey, idempotency }) => {
    const proof = file && Buffer.from(await file.arrayBuffer());
    const { booking, replayed } = await claimBookingPayment(ctx, input, { key: orderKey, idempotency, proof });
    return replayable(booking, replayed);
  }),
});
