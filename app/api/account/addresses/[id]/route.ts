import { removeOwnAddressApi, updateOwnAddressApi } from '#lib/account/api';
import { removeOwnAddress, updateOwnAddress } from '#lib/customers/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  PUT: endpoint(updateOwnAddressApi, updateOwnAddress),
  DELETE: endpoint(removeOwnAddressApi, removeOwnAddress),
});
