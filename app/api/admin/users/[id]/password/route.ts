import { setStaffPassword } from '#lib/auth/commands';
import { setUserPasswordApi } from '#lib/auth/staff-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(setUserPasswordApi, setStaffPassword),
});
