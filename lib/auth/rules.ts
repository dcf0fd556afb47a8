/** Names of cookies and what both the edge gate and the doors must agree on. Pure; imported by middleware. */

export const STAFF_COOKIE = 'barrow-staff';
/** next-auth's own; handed out with the sign-in page. */
export const CSRF_COOKIE = 'barrow-csrf';
/** Between the password and the code. */
export const STEP_COOKIE = 'barrow-staff-step';
export const CUSTOMER_COOKIE = 'barrow-customer';
export const CART_COOKIE = 'barrow-cart';
export const CHAT_COOKIE = 'barrow-chat';

/** Seconds a staff session lives after its last use. */
export const STAFF_SESSION_SECONDS = 2 * 60 * 60;

/** However much it is used: who has a session for a month says their password again. */
export const STAFF_SESSION_AT_MOST_SECONDS = 30 * 24 * 60 * 60;

/** Seconds an account stays signed in on a browser after its last use. */
export const ACCOUNT_SESSION_SECONDS = 30 * 24 * 60 * 60;
/** However much it is used. */
export const ACCOUNT_SESSION_AT_MOST_SECONDS = 365 * 24 * 60 * 60;
/** The longest a browser keeps a cookie; the row on the server says when it is over. */
export const ACCOUNT_COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** How long the link of a letter is good: for a new password, and for an address. */
export const RESET_SECONDS = 30 * 60;
export const LETTER_SECONDS = 24 * 60 * 60;

/** How long a browser that has said the right password waits for the code. */
export const SECOND_STEP_SECONDS = 5 * 60;

export const SHORTEST_PASSWORD = 8;

export const BCRYPT_COST = 12;
/** bcrypt reads 72 bytes; anything longer would be cut without a word. */
export const LONGEST_PASSWORD_BYTES = 72;

/** Letters alone, small and without marks. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\P{L}+/gu, ' ');

/** True when hardly a letter is left of `password` without the words of `about`: `CrumbEmber2026!` in Crumb & Ember. */
export function isAboutWords(password: string, about: string): boolean {
  const words = lettersOf(about)
    .split(/\s+/)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length);
  const typed = lettersOf(password).replace(/\s+/g, '');
  const left = words.reduce((text, word) => text.replaceAll(word, ''), typed);
  return left.length < typed.length && left.length < 3;
}

/** Secure cookies get the prefix that ties them to the host; one that is for a part of the shop, to encryption alone. */
export const cookieName = (name: string, secure: boolean, path = '/'): string =>
  secure ? `${path === '/' ? '__Host-' : '__Secure-'}${name}` : name;

/** Claims of our bearer tokens, signed HS256 with AUTH_SECRET. */
export const TOKEN_ISSUER = 'barrow';
