import { signInApi } from '#lib/auth/api';
import { signIn } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(signInApi, (ctx, input, { userAgent }) => signIn(ctx, { ...input, door: 'any', userAgent })),
});
