'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Link } from '#components/ui/link';
import type { Translatable } from '#lib/content/translation-output';
import type { TranslatedKind } from '#lib/content/translation-rules';
import { LANGUAGE_NAMES, type Language } from '#lib/i18n/languages';
import { Progress, progressWords } from './progress.tsx';
import { KIND, titleOf } from './words.ts';

const column = columnsOf<Translatable>();

/** One column for each language; the row leads to the texts in the first that has something to do. */
const columnsIn = (
  kind: TranslatedKind,
  languages: readonly Language[],
  language: Language | undefined,
  locale: string,
) =>
  column.columns([
    column.accessor('name', {
      header: KIND[kind].one,
      meta: { card: 1 },
      cell: ({ row: { original: one } }) => (
        <Link
          className="row-link"
          href={`/admin/translations/${kind}/${one.id}${language ? `?language=${language}` : ''}`}
        >
          {titleOf(one, locale)}
        </Link>
      ),
    }),
    ...languages.map((code, at) =>
      column.display({
        id: code,
        header: LANGUAGE_NAMES[code],
        meta: { card: 3 + at },
        cell: ({ row: { original: one } }) => <LanguageCell one={one} code={code} />,
      }),
    ),
  ]);

function LanguageCell({ one, code }: { one: Translatable; code: Language }) {
  const figures = one.languages.find(({ language_code }) => language_code === code);
  if (!figures) return <span className="text-ink-soft">No texts</span>;
  return (
    <span className="language-cell">
      <span className="language-code" lang={code}>
        {LANGUAGE_NAMES[code]}
      </span>
      <Progress figures={figures} />
      <span className="language-note">{progressWords(figures)}</span>
    </span>
  );
}

export function TranslatablesTable({
  kind,
  rows,
  languages,
  language,
  locale,
}: {
  kind: TranslatedKind;
  rows: Translatable[];
  languages: readonly Language[];
  language: Language | undefined;
  /** Of the shop, for dates. */
  locale: string;
}) {
  const shown = language ? [language] : languages;
  return (
    <div className="translatables">
      <DataTable caption={KIND[kind].many} rows={rows} columns={columnsIn(kind, shown, language, locale)} />
    </div>
  );
}
