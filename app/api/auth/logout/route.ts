import { signOutApi } from '#lib/auth/api';
import { signOut } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';
import { signedOut } from '#lib/http/signed-out';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(signOutApi, async (ctx) => {
    await signOut(ctx);
    return signedOut(ctx.actor);
  }),
});
