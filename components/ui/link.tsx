'use client';

import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link that moves without a reload and fetches the next page once the pointer or the focus is on it: a grid of
 * two dozen products must not ask for two dozen pages. Downloads, fragments and other hosts stay plain anchors.
 */
export function Link({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  const [near, setNear] = useState(false);
  if (!href.startsWith('/') || href.startsWith('/api/') || rest.download !== undefined) {
    return <a href={href} {...rest} />;
  }
  // The page one is on is here already; asked for again, its parts come back as errors in the console.
  const approach = () => {
    if (new URL(href, window.location.href).pathname !== window.location.pathname) setNear(true);
  };
  return <NextLink {...rest} href={href} prefetch={near ? null : false} onPointerEnter={approach} onFocus={approach} />;
}
