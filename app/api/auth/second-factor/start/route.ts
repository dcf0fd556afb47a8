import { startSecondFactor } from '#lib/auth/commands';
import { startSecondFactorApi } from '#lib/auth/second-factor-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: endpoint(startSecondFactorApi, startSecondFactor) });
