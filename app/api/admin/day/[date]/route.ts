import { endpoint, methods } from '#lib/http/endpoint';
import { getDaySheetApi } from '#lib/orders/api/day';
import { getDaySheet } from '#lib/orders/queries';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: endpoint(getDaySheetApi, getDaySheet) });
