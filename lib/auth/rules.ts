/** Names of cookies and what both the edge gate and the doors must agree on. Pure; imported by middleware. */

export const STAFF_COOKIE = 'barrow-staff';
export const CUSTOMER_COOKIE = 'barrow-customer';
export const CART_COOKIE = 'barrow-cart';

/** Seconds a staff session lives after its last use. */
export const STAFF_SESSION_SECONDS = 2 * 60 * 60;

export const BCRYPT_COST = 12;
/** bcrypt reads 72 bytes; anything longer would be cut without a word. */
export const LONGEST_PASSWORD_BYTES = 72;
export const SHORTEST_PASSWORD = 10;

/** Secure cookies get the prefix that ties them to the host. */
export const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** Claims of our bearer tokens, signed HS256 with AUTH_SECRET. */
export const TOKEN_ISSUER = 'barrow';
