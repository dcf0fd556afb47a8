import { confirmRegistrationApi } from '#lib/account/api';
import { confirmRegistration } from '#lib/account/commands';
import { openTokens } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(confirmRegistrationApi, async (ctx, input, { userAgent }) =>
    openTokens(ctx, await confirmRegistration(ctx, input, { userAgent }), { userAgent }),
  ),
});
