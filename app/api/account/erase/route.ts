import { endpoint, methods } from '#lib/http/endpoint';
import { eraseOwnDataApi } from '#lib/privacy/api';
import { eraseOwnData } from '#lib/privacy/commands';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(eraseOwnDataApi, (ctx, input, { userAgent }) => eraseOwnData(ctx, input, { userAgent })),
});
