import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cookieName } from '#lib/auth/rules';
import { LANGUAGES } from '#lib/i18n/languages';
import { wordsIn } from '#lib/i18n/words';
import { OFFLINE_SCRIPT_HASH, offlinePage } from '#lib/look/offline-page';
import { CART_COUNT_COOKIE, type ShellShop } from '#lib/look/shell';

const shop: ShellShop = {
  name: 'Fern & <Fable>',
  tagline: '',
  look: 'florist',
  prefix: '',
  languages: [],
  phone: '+353 1 555 0114',
  email: null,
  addressLines: ['14 Heron Lane'],
  hours: [{ days: 'Mon – Fri', times: '08:30–18:30' }],
  pages: [],
  hasAccounts: false,
  hasChat: false,
  categories: [],
  offers: { packages: false, themes: false },
};

const page = (of: Partial<ShellShop> = {}, language: (typeof LANGUAGES)[number] = 'en') =>
  offlinePage({ ...shop, ...of }, wordsIn(language, 'offline'), language);

describe('the page for a lost connection', () => {
  it.each(LANGUAGES)('says in %s what is the matter and how to reach the shop', (language) => {
    const html = page({ prefix: `/${language}` }, language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(wordsIn(language, 'offline')('title'));
    expect(html).toContain('<a href="tel:+35315550114">');
    expect(html).toContain(`href="/${language}"`);
  });

  it('has one script, the one its policy names, and no word of the shop as markup', () => {
    const [script, ...more] = [...page().matchAll(/<script>([\s\S]*?)<\/script>/g)];
    expect(more).toEqual([]);
    expect(OFFLINE_SCRIPT_HASH).toBe(
      `'sha256-${createHash('sha256')
        .update(script?.[1] ?? '')
        .digest('base64')}'`,
    );
    expect(page()).toContain('Fern &amp; &lt;Fable&gt;');
    expect(page()).not.toContain('<Fable>');
  });

  it.each([true, false])('knows the count of the cart by its name (https: %s)', (secure) => {
    const [, source = ''] = /if\(\/(.+?)\/\.test\(document\.cookie\)/.exec(page()) ?? [];
    const count = (number: number) => `a=1; ${cookieName(CART_COUNT_COOKIE, secure)}=${number}`;
    expect(count(2)).toMatch(new RegExp(source));
    expect(count(0)).not.toMatch(new RegExp(source));
  });

  it('asks for the letters it shows', () => {
    expect(page()).not.toContain('latin-ext');
    expect(page({ addressLines: ['Strada Ștefan'] })).toContain('newsreader-latin-ext');
  });

  it('leaves out what the shop does not say', () => {
    expect(page({ phone: null, addressLines: [], hours: undefined })).not.toContain('class="reach"');
  });
});
