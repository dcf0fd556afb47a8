import { createStaff } from '#lib/auth/commands';
import { createUserApi, listUsersApi } from '#lib/auth/staff-api';
import { listStaff } from '#lib/auth/staff-queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listUsersApi, listStaff),
  POST: endpoint(createUserApi, createStaff),
});
