import { placeDeskBooking } from '#lib/events/booking-commands';
import { listBookingsApi, placeDeskBookingApi } from '#lib/events/booking-desk-api';
import { listBookings } from '#lib/events/queries/bookings';
import { endpoint, methods } from '#lib/http/endpoint';
import { replayable } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listBookingsApi, listBookings),
  POST: endpoint(placeDeskBookingApi, async (ctx, input, { idempotency }) => {
    const { booking, replayed } = await placeDeskBooking(ctx, input, { idempotency });
    return replayable(booking, replayed);
  }),
});
