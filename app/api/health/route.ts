import { healthApi } from '#lib/http/api';
import { methods, plainEndpoint } from '#lib/http/endpoint';
import { respond } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: plainEndpoint(healthApi, (request) => respond(healthApi, request, { status: 'ok' })),
});
