import { getAccountApi, updateAccountApi } from '#lib/account/api';
import { updateAccount } from '#lib/account/commands';
import { getAccount } from '#lib/account/queries';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(getAccountApi, getAccount),
  PATCH: endpoint(updateAccountApi, updateAccount),
});
