import { endpoint, methods } from '#lib/http/endpoint';
import { removeClosure, replaceClosure, updateClosure } from '#lib/promise/commands';
import { getClosureApi, removeClosureApi, replaceClosureApi, updateClosureApi } from '#lib/promise/desk-api';
import { getClosure } from '#lib/promise/queries/desk-closures';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getClosureApi, getClosure),
  PUT: endpoint(replaceClosureApi, replaceClosure),
  PATCH: endpoint(updateClosureApi, updateClosure),
  DELETE: endpoint(removeClosureApi, removeClosure),
});
