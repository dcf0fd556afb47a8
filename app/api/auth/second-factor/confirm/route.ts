import { confirmSecondFactor } from '#lib/auth/commands';
import { confirmSecondFactorApi } from '#lib/auth/second-factor-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(confirmSecondFactorApi, confirmSecondFactor),
});
