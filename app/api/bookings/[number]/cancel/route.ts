import { cancelBookingApi } from '#lib/events/booking-api';
import { cancelOwnBooking } from '#lib/events/booking-commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(cancelBookingApi, (ctx, input, { orderKey }) => cancelOwnBooking(ctx, input, { key: orderKey })),
});
