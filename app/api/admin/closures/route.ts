import { endpoint, methods } from '#lib/http/endpoint';
import { createClosure } from '#lib/promise/commands';
import { createClosureApi, listClosuresApi } from '#lib/promise/desk-api';
import { listClosures } from '#lib/promise/queries/desk-closures';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listClosuresApi, listClosures),
  POST: endpoint(createClosureApi, createClosure),
});
