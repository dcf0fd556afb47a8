import { OWN_SEGMENT } from '../i18n/languages.ts';
import { readAcceptLanguage } from '../i18n/negotiate.ts';

/** Where one response for everybody is kept, and what each of them shows. */
export type KeptTarget =
  | {
      readonly kind: 'page';
      readonly key: string;
      readonly tags: readonly string[];
      /** Rendered per request by the framework and kept by us, see `kept-lists.ts`. */
      readonly isList?: true;
    }
  | { readonly kind: 'json'; readonly key: string };

/** Proxies may store, but must ask us each time: only we hear that something expired. */
export const SHARED_CACHE_CONTROL = 'public, max-age=0, must-revalidate';

/** Set by our server on a request whose answer it would keep; a client's own are removed. */
export const KEEP_KEY_HEADER = 'x-barrow-keep-key';
export const KEEP_SEQUENCE_HEADER = 'x-barrow-keep-sequence';

const LIST_TAGS = ['catalog', 'stock', 'promise', 'shop'];

/**
 * Paths as the framework sees them, without their locale. A page that is not here is rendered per request. The tags are
 * what commands expire: `catalog` (names, prices, pictures), `stock` (quantities), `promise` (a slot became full or free
 * again), `shop` (settings, places, hours), `content` (written pages, testimonials, packages, themes).
 * Around every page stands the shop's navigation, so each of them has the tags of what that names.
 */
const PAGES: readonly { pattern: RegExp; tags: (slug: string) => readonly string[] }[] = [
  { pattern: /^\/$/, tags: () => [...LIST_TAGS, 'content'] },
  { pattern: /^\/products$/, tags: () => LIST_TAGS },
  { pattern: /^\/products\/([a-z0-9-]{1,120})$/, tags: (slug) => ['catalog', 'promise', 'shop', `product:${slug}`] },
  { pattern: /^\/categories$/, tags: () => LIST_TAGS },
  { pattern: /^\/categories\/([a-z0-9-]{1,120})$/, tags: () => LIST_TAGS },
  { pattern: /^\/pages\/([a-z0-9-]{1,120})$/, tags: () => ['catalog', 'content', 'shop'] },
  { pattern: /^\/packages$/, tags: () => ['catalog', 'content', 'shop'] },
  { pattern: /^\/packages\/([a-z0-9-]{1,120})$/, tags: () => ['catalog', 'content', 'shop'] },
  { pattern: /^\/themes$/, tags: () => ['catalog', 'content', 'shop'] },
  { pattern: /^\/themes\/([a-z0-9-]{1,120})$/, tags: () => ['catalog', 'content', 'shop'] },
  { pattern: /^\/testimonials$/, tags: () => ['catalog', 'content', 'shop'] },
];

/** Parameters that narrow or order the product list. With one of them a twin page reads the query, per request. */
export const LIST_FILTERS = [
  ...['q', 'search', 'category', 'min_price', 'max_price', 'featured', 'in_stock', 'allergen_free', 'available_on'],
  ...['sort', 'page', 'limit'],
];

/** What people search for is endless, so a list of results is made per request. */
const SEARCHES = ['q', 'search'];

/** A narrowed list under its address as it was spelled; null for one with anything else in it. */
function listTarget(query: string, parameters: URLSearchParams): KeptTarget | null {
  for (const [name, value] of parameters) {
    if (!LIST_FILTERS.includes(name) || (SEARCHES.includes(name) && value !== '')) return null;
  }
  return { kind: 'page', key: `/${OWN_SEGMENT}/products?${query}`, tags: LIST_TAGS, isList: true };
}

/** Public reads. Parameters not named here do not change the answer, so they do not get an entry of their own. */
const JSON_READS: readonly { pattern: RegExp; parameters: readonly string[] }[] = [
  { pattern: /^\/products$/, parameters: [...LIST_FILTERS, 'cursor', 'lang'] },
  { pattern: /^\/products\/bestsellers$/, parameters: ['limit', 'days', 'lang'] },
  { pattern: /^\/products\/[A-Za-z0-9-]{1,120}$/, parameters: ['lang'] },
  { pattern: /^\/categories$/, parameters: ['lang', 'page', 'limit', 'sort'] },
  { pattern: /^\/shop$/, parameters: ['lang'] },
  { pattern: /^\/(packages|themes)(\/[A-Za-z0-9-]{1,120})?$/, parameters: ['lang', 'page', 'limit', 'sort'] },
  { pattern: /^\/testimonials$/, parameters: ['lang', 'page', 'limit', 'sort'] },
  { pattern: /^\/openapi\.json$/, parameters: [] },
];

const LONGEST_URL = 600;
const LOCALE = /^\/([a-z]{2}(?:-[A-Z]{2})?|-)(\/.*)?$/;

/** Splits `/ro/products` into locale and rest; a path without a locale belongs to the shop's default language. */
export function splitLocale(pathname: string): { locale: string; path: string } {
  const found = LOCALE.exec(pathname);
  if (found === null) return { locale: OWN_SEGMENT, path: pathname };
  return { locale: found[1] ?? OWN_SEGMENT, path: found[2] ?? '/' };
}

function pageTags(path: string): readonly string[] | null {
  for (const { pattern, tags } of PAGES) {
    const found = pattern.exec(path);
    if (found !== null) return tags(found[1] ?? '');
  }
  return null;
}

/** The tags of a page by the path the framework renders (`/-/products/rye`), null when it is not kept. */
export function tagsOfPage(renderedPath: string): readonly string[] | null {
  const { path } = splitLocale(renderedPath);
  return pageTags(path);
}

function jsonKey(path: string, query: string): string | null {
  const read = JSON_READS.find(({ pattern }) => pattern.test(path));
  if (read === undefined) return null;
  const kept: string[] = [];
  if (query !== '') {
    const parameters = new URLSearchParams(query);
    for (const name of read.parameters) {
      const values = parameters.getAll(name);
      if (values.length > 1) return null;
      if (values[0] !== undefined) kept.push(`${name}=${encodeURIComponent(values[0])}`);
    }
  }
  return `/api${path}${kept.length === 0 ? '' : `?${kept.join('&')}`}`;
}

/** The address of a document for one of its navigation requests. */
export function withoutNavigationMark(url: string): string {
  return url.replace(/([?&])_rsc=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

/** What a GET of this address is kept under, the same for every spelling; null when it is made per request. */
export function keptTarget(url: string): KeptTarget | null {
  if (url.length > LONGEST_URL) return null;
  const mark = url.indexOf('?');
  const pathname = mark === -1 ? url : url.slice(0, mark);
  const query = mark === -1 ? '' : url.slice(mark + 1);
  if (pathname.startsWith('/api/')) {
    const path = pathname.startsWith('/api/v1/') ? pathname.slice(7) : pathname.slice(4);
    const key = jsonKey(path, query);
    return key === null ? null : { kind: 'json', key };
  }
  const { locale, path } = splitLocale(pathname);
  const tags = pageTags(path);
  if (tags === null) return null;
  if (query !== '') {
    const parameters = new URLSearchParams(query);
    if (path === '/products' && LIST_FILTERS.some((name) => parameters.has(name))) {
      return pathname === path ? listTarget(query, parameters) : null;
    }
    if (parameters.has('_rsc')) return null;
  }
  return { kind: 'page', key: path === '/' ? `/${locale}` : `/${locale}${path}`, tags };
}

/** The same for this reader: what is read as JSON depends on the languages that the reader names. */
export function targetFor(target: KeptTarget | null, acceptLanguage: string | undefined): KeptTarget | null {
  if (target === null || target.kind === 'page' || acceptLanguage === undefined) return target;
  const languages = readAcceptLanguage(acceptLanguage);
  return languages.length === 0 ? target : { kind: 'json', key: `${target.key}#${languages.join()}` };
}
