import type { Who } from '#tests/integration/access/who';

/** Customers in the desk, and what the law lets them ask for. */
export const endpoints: Record<string, Who> = {
  listCustomers: 'staff',
  createCustomer: 'staff',
  getCustomer: 'staff',
  updateCustomer: 'staff',
  replaceCustomer: 'staff',
  archiveCustomer: 'staff',
  restoreCustomer: 'staff',
  mergeCustomers: 'staff',
  exportCustomer: 'admin',
  eraseCustomer: 'admin',
};

export const actions: Record<string, Who> = {
  'customers/addAddressAction': 'staff',
  'customers/archiveCustomerAction': 'staff',
  'customers/createCustomerAction': 'staff',
  'customers/mergeCustomersAction': 'staff',
  'customers/removeAddressAction': 'staff',
  'customers/restoreCustomerAction': 'staff',
  'customers/updateAddressAction': 'staff',
  'customers/updateCustomerAction': 'staff',
  'privacy/eraseCustomerAction': 'admin',
};
