import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * In the browser only the areas are there that a page hands over. A piece that speaks of another one would show its keys,
 * and only there: so the imports of every page are followed.
 */

const ROOT = join(import.meta.dirname, '..', '..');
const PAGES = 'app/[locale]/(shop)';

const texts = new Map<string, string>();
function textOf(file: string): string {
  const known = texts.get(file) ?? readFileSync(join(ROOT, file), 'utf8');
  texts.set(file, known);
  return known;
}

const begins = (file: string, directive: string) => textOf(file).trimStart().startsWith(`'${directive}'`);

function importsOf(file: string): string[] {
  const found = textOf(file).matchAll(/import (?!type)([^;]*?)from '([^']+)'|import\('([^']+)'\)/g);
  return [...found].flatMap(([, names = '', from = '', lazy = '']) => {
    if (/^\{\s*(type \w+,?\s*)+\}\s*$/.test(names)) return [];
    const name = from || lazy;
    const path = name.startsWith('#components/')
      ? `${name.slice(1)}.tsx`
      : name.startsWith('#lib/')
        ? `${name.slice(1)}.ts`
        : normalize(join(file, '..', name));
    return /^(\.|#)/.test(name) && existsSync(join(ROOT, path)) ? [path] : [];
  });
}

const inQuotes = (text: string) => [...text.matchAll(/'(\w+)'/g)].map(([, word]) => word ?? '');
/** Also what a piece fetches with its data, and whose type says so: `Pick<Messages, 'chat'>`. */
const given = (file: string) =>
  [...textOf(file).matchAll(/areas=\{\[([^\]]*)\]\}|Pick<Messages, ([^>]*)>/g)].flatMap(([, list, fetched]) =>
    inQuotes(list ?? fetched ?? ''),
  );
const spoken = (file: string) =>
  [...textOf(file).matchAll(/useTranslations\('(\w+)'\)/g)].map(([, area]) => area ?? '');

const everywhere = inQuotes(/EVERYWHERE[^=]*= (\[[^\]]*\])/.exec(textOf('components/shop/words.tsx'))?.[1] ?? '');

/** Areas that pieces of the browser speak of under `page`, and that it does not hand over. */
function unspeakable(page: string): string[] {
  const areas = new Set(everywhere);
  const needed = new Set<string>();
  const seen = new Set<string>();
  const walk = (file: string, isBrowser: boolean): void => {
    if (seen.has(`${file} ${isBrowser}`) || file.startsWith('lib/') || begins(file, 'use server')) return;
    seen.add(`${file} ${isBrowser}`);
    const runsThere = isBrowser || begins(file, 'use client');
    for (const area of given(file)) areas.add(area);
    if (runsThere) for (const area of spoken(file)) needed.add(`${area} in ${file}`);
    for (const next of importsOf(file)) walk(next, runsThere);
  };
  walk(page, false);
  return [...needed].filter((one) => !areas.has(one.split(' ', 1)[0] ?? ''));
}

const pages = readdirSync(join(ROOT, PAGES), { recursive: true, withFileTypes: true })
  .filter(({ name }) => /^(page|layout|error|not-found)\.tsx$/.test(name))
  .map((one) => join(one.parentPath, one.name).slice(ROOT.length + 1));

describe('the words of what runs in the browser', () => {
  test('are followed from every page', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(everywhere).toContain('cart');
  });

  test.each(pages)('are handed over by %s', (page) => {
    expect(unspeakable(page)).toEqual([]);
  });

  test('are missed where a page forgets them', () => {
    expect(unspeakable('components/shop/checkout/checkout-page.tsx')).toContain(
      'checkout in components/shop/checkout/checkout-page.tsx',
    );
  });

  test('never come as the whole catalog', () => {
    const pulls = (file: string, seen = new Set<string>()): boolean => {
      if (file === 'lib/i18n/words.ts') return true;
      if (seen.has(file) || begins(file, 'use server')) return false;
      seen.add(file);
      return importsOf(file).some((next) => pulls(next, seen));
    };
    const pieces = readdirSync(join(ROOT, 'components'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
      .map((one) => join(one.parentPath, one.name).slice(ROOT.length + 1))
      .filter((file) => begins(file, 'use client'));
    expect(pieces.length).toBeGreaterThan(50);
    expect(pieces.filter((file) => pulls(file))).toEqual([]);
  });
});
