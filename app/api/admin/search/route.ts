import { endpoint, methods } from '#lib/http/endpoint';
import { searchDeskApi } from '#lib/orders/api/search';
import { searchDesk } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: endpoint(searchDeskApi, searchDesk) });
