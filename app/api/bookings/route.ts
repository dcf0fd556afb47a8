import { placeBookingApi } from '#lib/events/booking-api';
import { placeBooking } from '#lib/events/booking-commands';
import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(placeBookingApi, async (ctx, input, { idempotency }) => {
    const { booking, replayed } = await placeBooking(ctx, input, { idempotency, channel: 'api' });
    return replayable(booking, replayed);
  }),
});
