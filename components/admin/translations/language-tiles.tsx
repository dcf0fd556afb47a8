import { Link } from '#components/ui/link';
import type { LanguageCompleteness } from '#lib/content/translation-output';
import { LANGUAGE_NAMES } from '#lib/i18n/languages';
import { Progress, percentWords, progressWords } from './progress.tsx';

/** How far each language is in all; the chosen one filters the list below, pressed again it does not. */
export function LanguageTiles({
  languages,
  chosen,
  hrefOf,
}: {
  languages: readonly LanguageCompleteness[];
  chosen: string | undefined;
  hrefOf: (language: string | null) => string;
}) {
  return (
    <nav className="language-tiles" aria-label="Languages">
      {languages.map((one) => {
        const isChosen = one.language_code === chosen;
        return (
          <Link
            key={one.language_code}
            className="language-tile"
            href={hrefOf(isChosen ? null : one.language_code)}
            aria-current={isChosen ? 'true' : undefined}
          >
            <span className="language-name" lang={one.language_code}>
              {LANGUAGE_NAMES[one.language_code]}
            </span>
            <span className="language-percent">{percentWords(one)}</span>
            <Progress figures={one} />
            <span className="language-note">{progressWords(one)}</span>
          </Link>
        );
      })}
    </nav>
  );
}
