import { confirmOwnPhoneApi } from '#lib/account/api';
import { confirmOwnPhone } from '#lib/account/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(confirmOwnPhoneApi, (ctx, input, { userAgent }) => confirmOwnPhone(ctx, input, { userAgent })),
});
