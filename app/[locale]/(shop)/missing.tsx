import 'server-only';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import type { Context } from '#lib/context';
import { markMissing } from '#lib/http/missing';
import { wordsIn } from '#lib/i18n/words';
import NotFound from './not-found.tsx';

/** The head of such a page. */
export const missingHead = ({ locale }: Context): Metadata => ({
  title: wordsIn(locale, 'shell')('nothing_head'),
  robots: { index: false },
});

/** What a page of the storefront returns when there is nothing at its address: words, with status 404. */
export function missing(words: ReactNode = <NotFound />): ReactNode {
  markMissing();
  return words;
}
