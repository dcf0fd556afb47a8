import { changeBooking } from '#lib/events/booking-commands';
import { changeBookingApi, getBookingApi } from '#lib/events/booking-desk-api';
import { getBooking } from '#lib/events/queries/bookings';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getBookingApi, getBooking),
  PATCH: endpoint(changeBookingApi, changeBooking),
});
