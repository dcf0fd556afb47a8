import { recordBookingPayment } from '#lib/events/booking-commands';
import { recordBookingPaymentApi } from '#lib/events/booking-desk-api';
import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(recordBookingPaymentApi, async (ctx, input, { idempotency }) => {
    const { booking, replayed } = await recordBookingPayment(ctx, input, { idempotency });
    return replayable(booking, replayed);
  }),
});
