'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useLocale } from 'next-intl';
import { Suspense } from 'react';
import { addressIn, withoutLanguage } from '#lib/i18n/address';
import { LANGUAGE_NAMES, LANGUAGES, languageOf } from '#lib/i18n/languages';
import type { ShellShop } from '#lib/look/shell';

type SwitchProps = { languages: ShellShop['languages']; label: string };

/**
 * The same page in the other languages: plain links, so that it works without script and the whole document changes its
 * language. Pages kept for everybody know nothing of a query; in the browser it is added.
 */
export function LanguageSwitch({ languages, label }: SwitchProps) {
  if (languages.length < 2) return null;
  return (
    <nav className="language-switch" aria-label={label}>
      <Suspense fallback={<LanguageLinks languages={languages} query="" />}>
        <WithQuery languages={languages} />
      </Suspense>
    </nav>
  );
}

function WithQuery({ languages }: Pick<SwitchProps, 'languages'>) {
  const query = useSearchParams().toString();
  return <LanguageLinks languages={languages} query={query === '' ? '' : `?${query}`} />;
}

function LanguageLinks({ languages, query }: Pick<SwitchProps, 'languages'> & { query: string }) {
  const own = languageOf(useLocale());
  // While a page is made it is known by the address it was rewritten to.
  const path = withoutLanguage(usePathname(), LANGUAGES);
  return (
    <ul>
      {languages.map(({ language, prefix }) => (
        <li key={language}>
          <a
            href={`${addressIn(prefix, path)}${query}`}
            hrefLang={language}
            lang={language}
            aria-current={language === own ? 'true' : undefined}
          >
            {LANGUAGE_NAMES[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
