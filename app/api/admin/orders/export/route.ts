import { csvDownload } from '#lib/http/download';
import { endpoint, methods } from '#lib/http/endpoint';
import { exportOrdersApi } from '#lib/orders/api/desk';
import { exportOrders } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(exportOrdersApi, (ctx, filters) => csvDownload('orders.csv', exportOrders(ctx, filters))),
});
