import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { fieldText } from './field-text.ts';
import { LANGUAGES, localeIn } from './languages.ts';
import { type Catalog, missingMessages, otherPlaceholders, unusedMessages } from './messages-check.ts';
import { messagesOf } from './words.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !/\.test\.tsx?$/.test(one.name))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'));
}

const sources = ['app', 'components', 'lib'].flatMap(sourcesUnder);
const catalogs: Record<string, Catalog> = Object.fromEntries(LANGUAGES.map((one) => [one, messagesOf(one)]));
const english: Catalog = messagesOf('en');

describe('the messages', () => {
  test('are there in every language', () => {
    expect(missingMessages(catalogs)).toEqual([]);
  });

  test('have the same placeholders in every language', () => {
    expect(otherPlaceholders(catalogs)).toEqual([]);
  });

  test('are all used', () => {
    expect(unusedMessages(english, sources)).toEqual([]);
  });

  test.each(LANGUAGES)('in %s can be read', (language) => {
    const locale = localeIn(language, { locale: 'en-IE', languages: [...LANGUAGES] });
    const messages = messagesOf(language);
    const failures: string[] = [];
    const onError = (error: Error) => failures.push(error.message);
    for (const words of Object.values(messages)) {
      const t = createTranslator<Record<string, string>>({ locale, messages: { ...words }, onError });
      for (const [key, message] of Object.entries(words)) {
        const names = [...String(message).matchAll(/\{\s*(\w+)/g)].map(([, name]) => [name, 3]);
        const tags = [...String(message).matchAll(/<(\w+)>/g)].map(([, name]) => [name, () => 'x']);
        t.markup(key, Object.fromEntries([...names, ...tags]));
      }
    }
    expect(failures).toEqual([]);
  });

  test('in Romanian has commas below ș and ț, and every plural has three forms', () => {
    const all = Object.values(messagesOf('ro')).flatMap((words) => Object.values(words));
    expect(all.filter((message) => /[şţŞŢ]/.test(message))).toEqual([]);
    expect(all.filter((message) => /, plural,/.test(message) && !/ few \{/.test(message))).toEqual([]);
  });
});

describe('the check itself', () => {
  const en = { cart: { empty: 'Empty', left: 'Only {count} left', go: 'Go <b>on</b>' } };

  test('sees a message that is missing', () => {
    expect(missingMessages({ en, ro: { cart: { empty: 'Gol', left: '{count}' } } })).toEqual(['ro: cart.go']);
    expect(missingMessages({ en: {}, ro: en })).toContain('en: cart.empty');
  });

  test('sees another placeholder and another tag', () => {
    const ro = { cart: { empty: 'Gol', left: 'Doar {left}', go: 'Mai departe' } };
    expect(otherPlaceholders({ en, ro })).toEqual(['ro: cart.left', 'ro: cart.go']);
  });

  test('reads the placeholders inside plurals', () => {
    const counted = { cart: { items: '{count, plural, one {# of {name}} other {# of {name}}}' } };
    const lost = { cart: { items: '{count, plural, one {#} other {#}}' } };
    expect(otherPlaceholders({ en: counted, ro: lost })).toEqual(['ro: cart.items']);
  });

  test('sees a message that nobody uses, also where another area has the same key', () => {
    const used = "const t = useTranslations('cart'); t('empty'); t.rich('go', {}); t(`le$" + '{which}`)';
    expect(unusedMessages({ ...en, other: { empty: 'x' } }, [used])).toEqual(['other.empty']);
    expect(unusedMessages(en, ["useTranslations('cart'); t('empty')"])).toEqual(['cart.left', 'cart.go']);
  });
});

test('sentences of schemas are translated with what is between their words', () => {
  expect(fieldText('Use at most 100 characters.', 'de-DE')).toBe('Nutzen Sie höchstens 100 Zeichen.');
  expect(fieldText('Order at most 3 of Rye Bread.', 'ro-RO')).toBe('Comandați cel mult 3 din Rye Bread.');
  expect(fieldText('Nobody wrote this.', 'ro-RO')).toBe('Nobody wrote this.');
  expect(fieldText('Enter your name.', 'en-IE')).toBe('Enter your name.');
});
