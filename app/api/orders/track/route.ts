import { endpoint, methods } from '#lib/http/endpoint';
import { trackOrderApi, trackOrderByQueryApi } from '#lib/orders/api/public';
import { trackOrder } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(trackOrderByQueryApi, trackOrder),
  POST: endpoint(trackOrderApi, trackOrder),
});
