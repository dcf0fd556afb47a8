'use server';

import { action } from '#lib/http/action';
import {
  addAddress,
  archiveCustomer,
  createCustomer,
  mergeCustomers,
  removeAddress,
  restoreCustomer,
  updateAddress,
  updateCustomer,
} from './commands.ts';
import {
  addressInput,
  addressRefInput,
  createCustomerInput,
  customerRefInput,
  mergeCustomersInput,
  updateAddressInput,
  updateCustomerInput,
} from './input.ts';

/** What the order desk's buttons and forms call. */

export const createCustomerAction = action({ input: createCustomerInput, run: createCustomer });
export const updateCustomerAction = action({ input: updateCustomerInput, run: updateCustomer });
export const archiveCustomerAction = action({ input: customerRefInput, run: archiveCustomer });
export const restoreCustomerAction = action({ input: customerRefInput, run: restoreCustomer });
export const mergeCustomersAction = action({ input: mergeCustomersInput, run: mergeCustomers });
export const addAddressAction = action({ input: addressInput, run: addAddress });
export const updateAddressAction = action({ input: updateAddressInput, run: updateAddress });
export const removeAddressAction = action({ input: addressRefInput, run: removeAddress });
