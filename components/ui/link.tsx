'use client';

import NextLink from 'next/link';
import { type ComponentProps, createContext, useContext, useState } from 'react';
import { addressIn } from '#lib/i18n/address';

/** What stands in front of every address in the language of the page: `/ro`, or nothing. */
const Prefix = createContext('');
export const AddressPrefix = Prefix.Provider;

/** The way to an address in the language of the page, for what is no `Link`: `const address = useAddress()`. */
export function useAddress(): (href: string) => string {
  const prefix = useContext(Prefix);
  return (href) => addressIn(prefix, href);
}

/**
 * A link that moves without a reload and fetches the next page once the pointer or the focus is on it: a grid of
 * two dozen products must not ask for two dozen pages. Downloads, fragments and other hosts stay plain anchors. It keeps
 * the language: `href` is written without it.
 */
export function Link({ href: plain, ...rest }: ComponentProps<'a'> & { href: string }) {
  const [near, setNear] = useState(false);
  const href = useAddress()(plain);
  if (!href.startsWith('/') || href.startsWith('/api/') || rest.download !== undefined) {
    return <a href={href} {...rest} />;
  }
  // The page one is on is here already; asked for again, its parts come back as errors in the console.
  const approach = () => {
    if (new URL(href, window.location.href).pathname !== window.location.pathname) setNear(true);
  };
  return <NextLink {...rest} href={href} prefetch={near ? null : false} onPointerEnter={approach} onFocus={approach} />;
}
