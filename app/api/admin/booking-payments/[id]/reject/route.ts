import { rejectBookingPayment } from '#lib/events/booking-commands';
import { rejectBookingPaymentApi } from '#lib/events/booking-payments-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(rejectBookingPaymentApi, rejectBookingPayment),
});
