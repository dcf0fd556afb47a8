import { endpoint, methods } from '#lib/http/endpoint';
import { changeSettingByKey, getSettingByKey } from '#lib/http/settings-by-key';
import { changeSettingApi, getSettingApi } from '#lib/settings/api';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getSettingApi, getSettingByKey),
  PUT: endpoint(changeSettingApi, changeSettingByKey),
});
