import { confirmEmailApi } from '#lib/account/api';
import { confirmEmail } from '#lib/account/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: endpoint(confirmEmailApi, confirmEmail) });
