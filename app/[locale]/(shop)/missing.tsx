import 'server-only';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { markMissing } from '#lib/http/missing';
import NotFound from './not-found.tsx';

/** The head of such a page. */
export const missingHead: Metadata = { title: 'Nothing here', robots: { index: false } };

/** What a page of the storefront returns when there is nothing at its address: words, with status 404. */
export function missing(words: ReactNode = <NotFound />): ReactNode {
  markMissing();
  return words;
}
