import { getOwnBookingApi } from '#lib/events/booking-api';
import { getBookingByLink } from '#lib/events/queries/bookings';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getOwnBookingApi, (ctx, { booking_number }, { orderKey }) =>
    getBookingByLink(ctx, { booking_number, key: orderKey }),
  ),
});
