import { resetPasswordApi } from '#lib/account/api';
import { resetPassword } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(resetPasswordApi, async (ctx, input) => {
    await resetPassword(ctx, input);
    return { changed: true };
  }),
});
