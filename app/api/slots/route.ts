import { endpoint, methods } from '#lib/http/endpoint';
import { listSlotsApi } from '#lib/promise/api';
import { listSlots } from '#lib/promise/queries/list-slots';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listSlotsApi, listSlots),
});
