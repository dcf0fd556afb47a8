import { listOwnOrdersApi } from '#lib/account/api';
import { listOwnOrders } from '#lib/account/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: endpoint(listOwnOrdersApi, listOwnOrders) });
