import { addOwnAddressApi, listOwnAddressesApi } from '#lib/account/api';
import { listOwnAddresses } from '#lib/account/queries';
import { addOwnAddress } from '#lib/customers/commands';
import { endpoint, methods } from '#lib/http/endpoint';

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: endpoint(listOwnAddressesApi, listOwnAddresses),
  POST: endpoint(addOwnAddressApi, addOwnAddress),
});
