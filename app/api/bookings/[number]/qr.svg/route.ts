import { getBookingTransferQrApi } from '#lib/events/booking-payments-api';
import { getBookingTransferQr } from '#lib/events/queries/booking-files';
import { privateFile } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getBookingTransferQrApi, async (ctx, { booking_number }, { orderKey }) => {
    const svg = await getBookingTransferQr(ctx, { booking_number, key: orderKey });
    return privateFile(svg, { type: 'image/svg+xml', name: `transfer-${booking_number}.svg`, isInline: true });
  }),
});
