import { endpoint, methods } from '#lib/http/endpoint';
import { endClosure } from '#lib/promise/commands';
import { endClosureApi } from '#lib/promise/desk-api';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  POST: endpoint(endClosureApi, endClosure),
});
