import { sendPhoneCodeApi } from '#lib/auth/api';
import { sendPhoneCode } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(sendPhoneCodeApi, sendPhoneCode),
});
