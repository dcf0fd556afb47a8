import { readyApi } from '#lib/http/api';
import { methods, plainEndpoint } from '#lib/http/endpoint';
import { requireReady } from '#lib/http/health';
import { respond } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: plainEndpoint(readyApi, async (request) => {
    await requireReady();
    return respond(readyApi, request, { status: 'ready' });
  }),
});
