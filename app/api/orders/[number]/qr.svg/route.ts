import { privateFile } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';
import { getTransferQrApi } from '#lib/orders/api/payments';
import { getTransferQr } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getTransferQrApi, async (ctx, { order_number }, { orderKey }) => {
    const svg = await getTransferQr(ctx, { order_number, key: orderKey });
    return privateFile(svg, { type: 'image/svg+xml', name: `transfer-${order_number}.svg`, isInline: true });
  }),
});
