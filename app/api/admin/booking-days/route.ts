import { blockBookingDays } from '#lib/events/booking-commands';
import { blockBookingDaysApi } from '#lib/events/booking-desk-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ PUT: endpoint(blockBookingDaysApi, blockBookingDays) });
