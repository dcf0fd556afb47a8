import { resetSecondFactor } from '#lib/auth/commands';
import { resetUserSecondFactorApi } from '#lib/auth/staff-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  DELETE: endpoint(resetUserSecondFactorApi, resetSecondFactor),
});
