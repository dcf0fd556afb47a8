import { amendBooking } from '#lib/events/booking-commands';
import { amendBookingApi } from '#lib/events/booking-desk-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ PATCH: endpoint(amendBookingApi, amendBooking) });
