import { changePassword } from '#lib/auth/commands';
import { changePasswordApi } from '#lib/auth/staff-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(changePasswordApi, changePassword),
});
