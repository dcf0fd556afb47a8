/**
 * Who may call: everybody, whoever holds the key of a cart or an order, somebody signed in, a customer, staff about their
 * own login, staff, admins.
 */
export type Who = 'anyone' | 'cart' | 'order' | 'signed-in' | 'customer' | 'login' | 'staff' | 'admin';
