import { endpoint, methods } from '#lib/http/endpoint';
import { changeSlot } from '#lib/promise/commands';
import { changeSlotApi, getDeskSlotApi } from '#lib/promise/desk-api';
import { getDeskSlot } from '#lib/promise/queries/desk-slots';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getDeskSlotApi, getDeskSlot),
  PATCH: endpoint(changeSlotApi, changeSlot),
});
