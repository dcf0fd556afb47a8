import { quoteBooking } from '#lib/events/booking-commands';
import { quoteBookingApi } from '#lib/events/booking-desk-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: endpoint(quoteBookingApi, quoteBooking) });
