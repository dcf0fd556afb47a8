'use client';

import { isLanguage, type Language } from '#lib/i18n/languages';

/** A stylesheet imported here would be loaded by every page of shop and desk, so what little it needs stands here. */
const STYLE = `
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; justify-items: center; gap: 1rem;
    padding: 2rem; background: #faf8f4; color: #262019; font: 1rem/1.6 system-ui, sans-serif; text-align: center }
  h1 { margin: 0; font-size: 1.6rem; line-height: 1.2 }
  p { margin: 0; max-width: 44ch }
  button { min-height: 2.75rem; padding: 0 1.25rem; border: 0; border-radius: 8px; background: #262019; color: #fff; font: inherit }
`;

/** Messages come with the layout, and it is the layout that failed. */
const WORDS: Record<Language, { title: string; text: string; number: string; again: string }> = {
  en: {
    title: 'That did not work',
    text: 'It was our fault, and nothing is lost. Please try again in a moment.',
    number: 'If it goes on, tell us this number:',
    again: 'Try again',
  },
  ro: {
    title: 'Nu a mers',
    text: 'A fost vina noastră și nu s-a pierdut nimic. Vă rugăm să încercați din nou peste o clipă.',
    number: 'Dacă se repetă, spuneți-ne acest număr:',
    again: 'Încercați din nou',
  },
  de: {
    title: 'Das hat nicht geklappt',
    text: 'Es lag an uns, und nichts ist verloren. Bitte versuchen Sie es gleich noch einmal.',
    number: 'Falls es so bleibt, nennen Sie uns diese Nummer:',
    again: 'Noch einmal versuchen',
  },
};

/** The language of the address, else of the browser. It is rendered in the browser alone. */
function readersLanguage(): Language {
  if (typeof window === 'undefined') return 'en';
  const named = [location.pathname.split('/', 2)[1] ?? '', ...navigator.languages.map((one) => one.slice(0, 2))];
  const isDesk = named[0] === 'admin';
  return isDesk ? 'en' : (named.find(isLanguage) ?? 'en');
}

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Stands in for a layout that failed, so it asks nobody for the shop's look. */
export default function GlobalError({ error, reset }: Props) {
  const language = readersLanguage();
  const { title, text, number, again } = WORDS[language];
  return (
    <html lang={language}>
      <body>
        <title>{title}</title>
        <style>{STYLE}</style>
        <main>
          <h1>{title}</h1>
          <p>{text}</p>
          {error.digest ? (
            <p>
              {number} {error.digest}
            </p>
          ) : null}
          <p>
            <button type="button" onClick={reset}>
              {again}
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
