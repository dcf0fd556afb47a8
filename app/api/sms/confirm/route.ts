import { confirmPhoneApi } from '#lib/auth/api';
import { confirmPhone } from '#lib/auth/commands';
import { customerCookieLine } from '#lib/http/customer-cookie';
import { endpoint, methods } from '#lib/http/endpoint';
import { reply } from '#lib/http/respond';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(confirmPhoneApi, async (ctx, input, { userAgent }) => {
    const session = await confirmPhone(ctx, input, { userAgent });
    return reply({ data: session, cookies: [customerCookieLine(session)] });
  }),
});
