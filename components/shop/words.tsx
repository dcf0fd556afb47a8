import { NextIntlClientProvider, useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { type Area, someAreas } from '#lib/i18n/words';
import { MoreMessages } from './more-messages.tsx';

/** What the browser pieces of every page speak from. */
const EVERYWHERE: readonly Area[] = ['everywhere', 'ui'];

/** Around the whole page, in the layout. */
export function ShopWords({ children }: { children: ReactNode }) {
  const locale = useLocale();
  return (
    <NextIntlClientProvider messages={someAreas(locale, EVERYWHERE)} formats={{}}>
      {children}
    </NextIntlClientProvider>
  );
}

/** Around pieces that run in the browser and need more areas than every page has. On the server all areas are there. */
export function WordsFor({ areas, children }: { areas: readonly Area[]; children: ReactNode }) {
  return <MoreMessages messages={someAreas(useLocale(), areas)}>{children}</MoreMessages>;
}
