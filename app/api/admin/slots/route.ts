import { endpoint, methods } from '#lib/http/endpoint';
import { listDeskSlotsApi } from '#lib/promise/desk-api';
import { listDeskSlots } from '#lib/promise/queries/desk-slots';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listDeskSlotsApi, listDeskSlots),
});
