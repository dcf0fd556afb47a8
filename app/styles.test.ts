import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const imports = (file: string) =>
  [...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/@import "\.\/styles\/([\w-]+\.css)"/g)].map(
    ([, name]) => name,
  );

test('the storefront has every style that is not of the desk, the desk has all of them', () => {
  const all = readdirSync(join(import.meta.dirname, 'styles')).filter((name) => name.endsWith('.css'));
  const [shop, desk] = [imports('shop.css'), imports('globals.css')];
  expect(all.filter((name) => !name.startsWith('desk') && !shop.includes(name))).toEqual([]);
  // Of the account nothing is shown at the desk.
  expect(all.filter((name) => !desk.includes(name))).toEqual(['account.css']);
});
