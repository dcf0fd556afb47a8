import { getSecondFactorApi } from '#lib/auth/second-factor-api';
import { getSecondFactor } from '#lib/auth/second-factor-queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: endpoint(getSecondFactorApi, getSecondFactor) });
