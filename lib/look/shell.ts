import type { Language } from '#lib/i18n/languages';
import type { Look } from '#lib/look/tokens';

/** What the frame of every storefront page shows. */
export type ShellShop = {
  name: string;
  tagline: string;
  look: Look;
  /** In front of every address in the language of this page: `/ro`, or nothing. */
  prefix: string;
  /** Every language of the storefront with its prefix, the shop's own first. */
  languages: readonly { language: Language; prefix: string }[];
  phone: string | null;
  email: string | null;
  addressLines: readonly string[];
  /** "Open until 18:00", "Closed, opens Saturday 8:00". */
  openingLine?: { isOpen: boolean; text: string };
  hours?: readonly { days: string; times: string }[];
  /** The whole shop is closed, now or soon: when, and in its own words why. */
  closure?: { text: string; message: string };
  pages: readonly { slug: string; title: string }[];
  /** Customers may have accounts here. */
  hasAccounts: boolean;
  hasChat: boolean;
  categories: readonly { slug: string; name: string }[];
  /** Of what an event decorator offers: whether there is any to lead to. */
  offers: { packages: boolean; themes: boolean };
};

/**
 * How the kept pages know how full the cart is: the server sets this readable cookie (a count, nothing else)
 * beside the httpOnly one, and every change in the page fires the event with `detail: { count }`.
 */
export const CART_COUNT_COOKIE = 'barrow_cart_count';
/** The same for the account: readable, set beside the httpOnly one, and says that somebody is signed in, not who. */
export const SIGNED_IN_COOKIE = 'barrow_signed_in';
export const CART_EVENT = 'barrow:cart';
export type CartEventDetail = { count: number };
