import { refundBookingPayment } from '#lib/events/booking-commands';
import { refundBookingPaymentApi } from '#lib/events/booking-desk-api';
import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(refundBookingPaymentApi, async (ctx, input, { idempotency }) => {
    const { booking, replayed } = await refundBookingPayment(ctx, input, { idempotency });
    return replayable(booking, replayed);
  }),
});
