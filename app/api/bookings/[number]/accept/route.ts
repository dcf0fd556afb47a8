import { acceptBookingApi } from '#lib/events/booking-api';
import { acceptOwnQuote } from '#lib/events/booking-commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(acceptBookingApi, (ctx, input, { orderKey }) => acceptOwnQuote(ctx, input, { key: orderKey })),
});
