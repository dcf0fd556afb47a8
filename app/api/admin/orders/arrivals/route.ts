import { endpoint, methods } from '#lib/http/endpoint';
import { listArrivalsApi } from '#lib/orders/api/search';
import { listArrivals } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: endpoint(listArrivalsApi, listArrivals) });
