/** Addresses that have no language: endpoints, files, the desk. */
const WITHOUT_LANGUAGE = /^\/(\/|(api|admin|docs|share|media|fonts|art|reference|_next)(\/|$|\?)|[^/]+\.\w+$)/;

/** A storefront address in the language of `prefix` (`/ro`, or nothing); other hosts, fragments and files as they are. */
export function addressIn(prefix: string, href: string): string {
  if (prefix === '' || !href.startsWith('/') || WITHOUT_LANGUAGE.test(href)) return href;
  return href === '/' ? prefix : `${prefix}${href.startsWith('/?') || href.startsWith('/#') ? href.slice(1) : href}`;
}

/** The address of a storefront page without its language, however it was rewritten. */
export function withoutLanguage(pathname: string, languages: readonly string[]): string {
  const [, first = '', ...rest] = pathname.split('/');
  const path = first === '-' || languages.includes(first) ? `/${rest.join('/')}` : pathname;
  // The list with something in its query is rendered by its twin.
  return path === '/search' ? '/products' : path;
}
