import { getBookingAvailabilityApi } from '#lib/events/booking-api';
import { getAvailability } from '#lib/events/queries/bookings';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getBookingAvailabilityApi, getAvailability),
});
