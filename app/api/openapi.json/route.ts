import { openApiApi } from '#lib/http/api';
import { methods, plainEndpoint } from '#lib/http/endpoint';
import { serveDocument } from '#lib/http/openapi/serve';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: plainEndpoint(openApiApi, serveDocument) });
