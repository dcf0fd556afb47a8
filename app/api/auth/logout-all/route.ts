import { signOutEverywhereApi } from '#lib/auth/api';
import { signOutEverywhere } from '#lib/auth/commands';
import { endpoint, methods } from '#lib/http/endpoint';
import { signedOut } from '#lib/http/signed-out';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(signOutEverywhereApi, async (ctx) => {
    await signOutEverywhere(ctx);
    return signedOut(ctx.actor);
  }),
});
