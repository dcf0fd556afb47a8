/** Where signing in may lead: pages of ours, and none that somebody else could put into a link. */
const PAGES = /^\/(account(\/[a-z-]{1,20})?|checkout|cart)$/;

export const safeNext = (wanted: unknown): string =>
  typeof wanted === 'string' && PAGES.test(wanted) ? wanted : '/account';
