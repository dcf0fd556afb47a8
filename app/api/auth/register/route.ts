import { registerApi } from '#lib/account/api';
import { register } from '#lib/account/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: endpoint(registerApi, register) });
