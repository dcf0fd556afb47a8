import { endSecondFactor } from '#lib/auth/commands';
import { endSecondFactorApi } from '#lib/auth/second-factor-api';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(endSecondFactorApi, async (ctx, input) => {
    await endSecondFactor(ctx, input);
    return { ended: true };
  }),
});
