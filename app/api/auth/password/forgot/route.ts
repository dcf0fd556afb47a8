import { forgotPasswordApi } from '#lib/account/api';
import { forgotPassword } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(forgotPasswordApi, async (ctx, input) => {
    await forgotPassword(ctx, input);
    return { sent: true };
  }),
});
