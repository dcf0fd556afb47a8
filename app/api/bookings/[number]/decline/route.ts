import { declineBookingApi } from '#lib/events/booking-api';
import { declineOwnQuote } from '#lib/events/booking-commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(declineBookingApi, (ctx, input, { orderKey }) => declineOwnQuote(ctx, input, { key: orderKey })),
});
