/** What the code says on its way. SMS cost by length: one sentence, and nothing that takes it out of the small alphabet. */
const WORDS = {
  en: {
    text: (code: string, shop: string) =>
      `${code} is your code for ${shop}. It is good for 10 minutes. Tell it to nobody.`,
    subject: (shop: string) => `Your code for ${shop}`,
  },
  ro: {
    text: (code: string, shop: string) =>
      `${code} este codul tau pentru ${shop}. Este valabil 10 minute. Nu il spune nimanui.`,
    subject: (shop: string) => `Codul tău pentru ${shop}`,
  },
  de: {
    text: (code: string, shop: string) =>
      `${code} ist Ihr Code für ${shop}. Er gilt 10 Minuten. Geben Sie ihn niemandem weiter.`,
    subject: (shop: string) => `Ihr Code für ${shop}`,
  },
} as const;

type Language = keyof typeof WORDS;
const isLanguage = (language: string): language is Language => Object.hasOwn(WORDS, language);

/** The words of a code in the language of `locale` (BCP 47), English where there are none. */
export function codeWords(locale: string, { code, shop }: { code: string; shop: string }) {
  const language = locale.slice(0, 2);
  const { text, subject } = WORDS[isLanguage(language) ? language : 'en'];
  return { text: text(code, shop), subject: subject(shop) };
}

/**
 * The line by which a phone knows which page may have the code, https://wicg.github.io/sms-one-time-codes/: it has to be
 * the last, and only counts for encrypted pages.
 */
export const codeLine = (code: string, appUrl: string): string => {
  const { protocol, host } = new URL(appUrl);
  return protocol === 'https:' ? `\n\n@${host} #${code}` : '';
};
