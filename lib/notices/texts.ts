import type { NoticeKind, NoticeLanguage, NoticeText } from './rules.ts';
import { DE } from './texts/de.ts';
import { EN } from './texts/en.ts';
import { RO } from './texts/ro.ts';

/** What the shop says as long as nobody has written something else. */
const DEFAULTS: Record<NoticeLanguage, Record<NoticeKind, NoticeText>> = { en: EN, ro: RO, de: DE };

export const defaultText = (language: NoticeLanguage, kind: NoticeKind): NoticeText => DEFAULTS[language][kind];

type Edited = { [L in NoticeLanguage]?: { [K in NoticeKind]?: Partial<NoticeText> } };

/** The text as the shop says it: the default with what was edited. */
export const textOf = (edited: Edited, language: NoticeLanguage, kind: NoticeKind): NoticeText => ({
  ...defaultText(language, kind),
  ...edited[language]?.[kind],
});

/** What differs from the default; null when nothing does. Empty parts count as the default. */
export function editedPart(
  language: NoticeLanguage,
  kind: NoticeKind,
  text: Partial<NoticeText>,
): Partial<NoticeText> | null {
  const standard = defaultText(language, kind);
  const changed = Object.entries(text).filter(
    ([part, words]) => words !== '' && words !== standard[part as keyof NoticeText],
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

type Words = { holder: string; iban: string; bic: string; reference: string; notPaid: string };

/** What the shop itself has to say inside the texts. */
export const NOTICE_WORDS: Record<NoticeLanguage, Words> = {
  en: {
    holder: 'Account holder',
    iban: 'IBAN',
    bic: 'BIC',
    reference: 'Reference',
    notPaid: 'it was not paid in time',
  },
  ro: { holder: 'Titular', iban: 'IBAN', bic: 'BIC', reference: 'Detalii plată', notPaid: 'nu a fost plătită la timp' },
  de: {
    holder: 'Kontoinhaber',
    iban: 'IBAN',
    bic: 'BIC',
    reference: 'Verwendungszweck',
    notPaid: 'sie wurde nicht rechtzeitig bezahlt',
  },
};
