import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings, DESK, inDatabase, LOAF, PHONE, translate, visit } from './customer-steps.ts';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  await inDatabase(app, async (sql) => {
    const [loaf] = await sql<{ id: string; shelf: string; shelf_name: string }[]>`
      select p.id, c.id as shelf, c.name as shelf_name from products p join categories c on c.id = p.category_id
      where p.slug = ${SLUG}`;
    if (!loaf) throw new Error('the bakery has no loaf');
    await sql`delete from translations where object_id in (${loaf.id}, ${loaf.shelf})`;
    await translate(sql, 'product', loaf.id, 'ro', { name: [LOAF.name, 'Pâine cu jar'] });
    await translate(sql, 'category', loaf.shelf, 'ro', { name: [loaf.shelf_name, SHELF] });
    shelfAtHome = loaf.shelf_name;
  });
});

const BUYER = '+4915123999001';
const SLUG = LOAF.path.replace('/products/', '');
const SHELF = 'Pâini de vatră';
let shelfAtHome = '';

const language = (page: Page) => page.locator('html').getAttribute('lang');
const switchTo = (page: Page, name: string, nav: string) =>
  page.getByRole('navigation', { name: nav }).getByRole('link', { name }).click();

test('browses in Romanian, orders in German, and is told everything in German', async () => {
  const { page, complaints, close } = await visit(browser, app, { viewport: PHONE });
  await page.goto(`/ro${LOAF.path}`);
  await page.getByRole('button', { name: 'Adaugă în coș' }).waitFor();
  expect(await language(page)).toBe('ro');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pâine cu jar');
  expect(await page.title()).toContain('Pâine cu jar');
  await page.getByText(SHELF).first().waitFor({ state: 'attached' });
  // German says nothing of it yet: there it is called what the shop calls it.
  await switchTo(page, 'Deutsch', 'Limba');
  await page.waitForURL(`**/de${LOAF.path}`);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(LOAF.name);
  await page.getByRole('button', { name: 'In den Warenkorb' }).click();
  await page.getByRole('dialog', { name: 'Ihr Warenkorb' }).getByRole('link', { name: 'Zur Kasse' }).click();
  await page.waitForURL('**/de/checkout');
  await page.getByRole('heading', { name: 'Kasse', level: 1 }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Ana Brot');
  await page.getByLabel('Telefon', { exact: true }).fill(BUYER);
  const order = page.getByRole('button', { name: /^Zahlungspflichtig bestellen/ });
  await order.click();
  await page.locator('#refused').getByRole('link', { name: 'Wählen Sie eine Zeit.' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const times = page.getByRole('group', { name: 'Wann möchten Sie es abholen?' });
  await times.locator('label.slot').first().getByRole('radio').check();
  await order.click();
  await page.waitForURL('**/de/order/**');
  await page.getByText('Vielen Dank für Ihre Bestellung').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  const [stored] = await inDatabase(
    app,
    (sql) => sql<{ locale: string }[]>`select locale from orders where order_number = ${number}`,
  );
  expect(stored?.locale).toBe('de-DE');

  // The link that opened the order opens it in every language.
  await switchTo(page, 'Română', 'Sprache');
  await page.waitForURL('**/ro/order/**');
  await page.getByText('Vă mulțumim pentru comandă').waitFor();

  await page.goto('/de/track');
  await page.getByLabel('Bestellnummer').fill(number);
  await page.getByLabel('Telefon', { exact: true }).fill('+4915123999002');
  await page.getByRole('button', { name: 'Bestellung finden' }).click();
  await page.getByText('Wir kennen keine Bestellung mit dieser Nummer und diesem Telefon').waitFor();
  await page.getByLabel('Telefon', { exact: true }).fill(BUYER);
  await page.getByRole('button', { name: 'Bestellung finden' }).click();
  await page.getByText('Eingegangen.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('every language has its addresses, without script too, and nothing else has', async () => {
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK, script: false });
  await page.goto(`/ro/products?q=${encodeURIComponent('sourdough')}`);
  await page.getByRole('heading', { name: 'Rezultate pentru „sourdough”' }).waitFor();
  // Pages that are made per request know their query.
  await switchTo(page, 'English', 'Limba');
  await page.waitForURL('**/products?q=sourdough');
  await page.getByRole('heading', { name: 'Results for “sourdough”' }).waitFor();
  expect(await language(page)).toBe('en');
  const alternates = page.locator('link[rel="alternate"][hreflang]');
  expect((await alternates.evaluateAll((all) => all.map((one) => one.getAttribute('hreflang')))).sort()).toEqual([
    'de',
    'en',
    'ro',
    'x-default',
  ]);
  expect(complaints).toEqual([]);
  await close();

  const asked = async (path: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, { redirect: 'manual', headers });
  const own = await asked('/en/products?sort=name');
  expect([own.status, own.headers.get('location')]).toEqual([308, '/products?sort=name']);
  // A product is found by its words in every language; each page speaks its own, its head and linked data too.
  const texts = await Promise.all(
    [`/ro${LOAF.path}`, LOAF.path, '/products?q=jar', `/ro/products?q=${encodeURIComponent(LOAF.name)}`].map(
      async (path) => (await asked(path)).text(),
    ),
  );
  expect(texts.map((text) => [text.includes('Pâine cu jar'), text.includes(SHELF)])).toEqual([
    [true, true],
    [false, false],
    [false, false],
    [true, true],
  ]);
  for (const own of texts.slice(1, 3)) expect(own).toContain(LOAF.name);
  expect(texts[1]).toContain(shelfAtHome);
  // Kept answers of the API: once per language, however it was asked for.
  const read = async (query: string, accepted = 'en') => {
    const answer = await asked(`/api/products/${SLUG}${query}`, { 'accept-language': accepted });
    const name = z.object({ data: z.object({ name: z.string() }) }).parse(await answer.json()).data.name;
    return [name, answer.headers.get('content-language'), answer.headers.get('etag')];
  };
  for (const _time of ['made', 'kept']) {
    const [romanian, own, accepted] = [await read('?lang=ro'), await read(''), await read('', 'ro')];
    expect(romanian.slice(0, 2)).toEqual(['Pâine cu jar', 'ro']);
    expect(own.slice(0, 2)).toEqual([LOAF.name, 'en']);
    expect(accepted).toEqual(romanian);
    expect(own[2]).not.toBe(romanian[2]);
  }
  for (const [path, words] of [
    ['/ro/nimic/aici', 'Aici nu este nimic'],
    ['/de/hier/ist/nichts', 'Hier ist nichts'],
    ['/nothing/to/see', 'There is nothing here'],
  ] as const) {
    const nowhere = await asked(path);
    expect([nowhere.status, (await nowhere.text()).includes(words)]).toEqual([404, true]);
  }
  expect((await asked('/fr')).status).toBe(404);
  expect((await asked('/fr/products')).status).toBe(404);
  // Kept once per language: the second answer comes with the same tag, and not with that of another language.
  await (await asked('/de')).text();
  const tags = await Promise.all(['/de', '/de', '/ro'].map(async (path) => (await asked(path)).headers.get('etag')));
  expect(tags[0]).toBe(tags[1]);
  expect(tags[2]).not.toBe(tags[0]);
  for (const [accepted, said] of [
    ['de-AT,de;q=0.9', 'Diesen Eintrag gibt es nicht.'],
    ['fr, ro;q=0.5', 'Nu există o astfel de înregistrare.'],
    ['fr', 'There is no such record.'],
  ] as const) {
    const refused = await asked('/api/products/no-such-thing', { 'accept-language': accepted });
    expect(await refused.text()).toContain(said);
  }
});
