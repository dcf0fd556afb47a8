import { updateStaff } from '#lib/auth/commands';
import { deactivateUserApi, getUserApi, updateUserApi } from '#lib/auth/staff-api';
import { getStaff } from '#lib/auth/staff-queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getUserApi, getStaff),
  PATCH: endpoint(updateUserApi, updateStaff),
  DELETE: endpoint(deactivateUserApi, (ctx, { user_id }) => updateStaff(ctx, { user_id, is_active: false })),
});
