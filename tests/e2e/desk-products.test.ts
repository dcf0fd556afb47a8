import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: app.url });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await enterDesk(page, app);
});

const drawn = async (background: string) => ({
  name: `${background}.png`,
  mimeType: 'image/png',
  buffer: await sharp({ create: { width: 640, height: 800, channels: 3, background } })
    .png()
    .toBuffer(),
});

/** The product as a stranger's next request sees it. */
const inShop = (slug: string): Promise<Response> => fetch(`${app.url}/products/${slug}`);
const cards = () => page.locator('.picture-card');
const faces = () => page.locator('.picture-frame img').evaluateAll((all) => all.map((one) => one.getAttribute('src')));

describe('a product at the desk', () => {
  test('is made with two variants; what is wrong is said at its field and nothing typed is lost', async () => {
    await page.goto('/admin/products');
    await page.getByRole('button', { name: 'Add product' }).click();
    const dialog = page.getByRole('dialog', { name: 'New product' });
    const save = dialog.getByRole('button', { name: 'Add product' });
    await save.click();
    await dialog.getByText('Enter a name.').waitFor();
    await dialog.getByLabel('Name').first().fill('Harvest wreath');
    expect(await dialog.getByLabel('Price').inputValue()).toBe('');
    await dialog.getByLabel('Price').fill('12,50');
    await dialog.getByLabel('Work it makes').fill('3');
    const line = (at: number) => dialog.getByRole('group', { name: `Line ${at}` });
    for (const at of [1, 2]) {
      await dialog.getByRole('button', { name: 'Add line' }).click();
      await line(at).getByLabel('Name').fill('Height');
      await line(at).getByLabel('What it is').fill('about 40 cm');
    }
    await dialog.getByLabel('Pieces now').fill('4');
    await dialog.getByLabel('SKU').fill('CE-LO-01');
    await dialog.getByRole('button', { name: 'Add variant' }).click();
    await dialog.getByRole('group', { name: 'Variant 2' }).getByLabel('Name').fill('For the table');
    const second = dialog.getByRole('group', { name: 'For the table' });
    await second.getByLabel('Price').fill('19');
    await second.getByLabel('Pieces now').fill('2');
    await save.click();
    await dialog.getByText('That name is there already.').waitFor();
    await dialog.getByRole('button', { name: 'Remove line 2' }).click();
    await save.click();
    await dialog.getByText('Another variant, perhaps an archived one, has this SKU.').waitFor();
    expect(await second.getByLabel('Price').inputValue()).toBe('19');
    await dialog.getByLabel('SKU').first().fill('E2E-WREATH');
    await save.click();
    await page.waitForURL(/\/admin\/products\/[0-9a-f-]{36}/);
    await page.getByRole('heading', { name: 'Harvest wreath' }).waitFor();
    await page.getByText('about 40 cm').waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const points = page.getByRole('dialog').getByLabel('Work it makes');
    await expect.poll(() => points.evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toHaveLength(2);
    expect([await points.nth(0).inputValue(), await points.nth(1).inputValue()]).toEqual(['3', '1']);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('takes pictures, several at once, in an order that buttons and dragging change', async () => {
    await page
      .getByLabel('Pictures to add')
      .setInputFiles([
        ...(await Promise.all(['red', 'green', 'blue'].map(drawn))),
        { name: 'not-a-picture.png', mimeType: 'image/png', buffer: Buffer.from('hello') },
      ]);
    await page.getByText('Files of this kind are not accepted.').waitFor();
    await cards().nth(2).waitFor();
    const [first, second, third] = await faces();
    await page.getByRole('button', { name: 'Move picture 1 later' }).click();
    await expect.poll(faces).toEqual([second, first, third]);
    await page.locator('.picture-frame').nth(2).dragTo(page.locator('.picture-frame').nth(0));
    await expect.poll(faces).toEqual([third, second, first]);
    await page.getByLabel('What it shows').first().fill('A wreath of wheat');
    await page.keyboard.press('Tab');
    await page.getByText('Description saved.').waitFor();
    await page.reload();
    expect(await faces()).toEqual([third, second, first]);
    expect((await fetch(new URL(third ?? '', app.url))).headers.get('content-type')).toBe('image/webp');
  });

  test('is in the shop at the next request, with its stock, until it is archived, and again when it is restored', async () => {
    const shown = await inShop('harvest-wreath');
    expect(shown.status).toBe(200);
    const words = await shown.text();
    expect(words).toContain('Harvest wreath');
    expect(words).toContain('For the table');
    expect(words).toContain('about 40 cm');
    expect(words).toContain('A wreath of wheat');

    await page
      .getByRole('button', { name: /change stock/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^Stock of/ });
    await dialog.getByLabel('Wasted').check();
    await dialog.getByLabel('How many are lost?').fill('40');
    await dialog.getByRole('button', { name: 'Save stock' }).click();
    await dialog.getByText('Only 4 are there.').waitFor();
    await dialog.getByLabel('How many are lost?').fill('4');
    await dialog.getByLabel('Note').fill('fell off the shelf');
    await dialog.getByRole('button', { name: 'Save stock' }).click();
    await page.getByText('0 in stock.').waitFor();
    await page.getByText('fell off the shelf').waitFor();
    const stock = z.object({ data: z.looseObject({ variants: z.array(z.looseObject({ stock_quantity: z.int() })) }) });
    const answer = stock.parse(await (await fetch(`${app.url}/api/products/harvest-wreath`)).json());
    expect(answer.data.variants.map(({ stock_quantity }) => stock_quantity)).toEqual([0, 2]);

    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByRole('button', { name: 'Archive product' }).click();
    await page.getByText('Harvest wreath is archived.').waitFor();
    expect((await inShop('harvest-wreath')).status).toBe(404);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Harvest wreath is back in the shop.').waitFor();
    expect((await inShop('harvest-wreath')).status).toBe(200);
  });

  test('that two people edit is never overwritten unasked', async () => {
    const other = await context.newPage();
    await other.goto(page.url());
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await other.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Short description').fill('The first one');
    await other.getByRole('dialog').getByLabel('Short description').fill('The second one');
    await page.getByRole('button', { name: 'Save product' }).click();
    await page.getByText('Harvest wreath is saved.').waitFor();
    await other.getByRole('button', { name: 'Save product' }).click();
    await other.getByText('Somebody changed this product while you were editing').waitFor();
    expect(await (await inShop('harvest-wreath')).text()).toContain('The first one');
    await other.keyboard.press('Escape');
    await other.getByText('Close without saving?').waitFor();
    await other.getByRole('button', { name: 'Go on editing' }).click();
    await other.getByRole('button', { name: 'Save mine over it' }).click();
    await other.getByText('Harvest wreath is saved.').waitFor();
    expect(await (await inShop('harvest-wreath')).text()).toContain('The second one');
    await other.close();
  });
});

test('a category moves by keyboard, gives its products to the one that catches the rest, and comes back', async () => {
  await page.goto('/admin/categories');
  const names = () => page.locator('tbody tr .lead-cell > :first-child').allTextContents();
  const [first, second] = await names();
  await page.getByRole('button', { name: `Move ${first} down` }).press('Enter');
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual([second, first]);
  await page.getByRole('button', { name: `Archive ${first}` }).click();
  await page.getByText(/products move to “Other”/).waitFor();
  await page.getByRole('button', { name: 'Archive category' }).click();
  await page.getByText(`${first} is archived.`).waitFor();
  await page.getByRole('link', { name: /Archived/ }).click();
  await page.getByRole('button', { name: `Restore ${first}` }).click();
  await page.getByText(`${first} is back, empty.`).waitFor();
});

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const found = z.array(z.looseObject({ id: z.string() }));
const PAGES = ['/admin/products', '/admin/categories', '/admin/stock', '/admin/customers'];

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each([1280, 390])('lists and forms hide nothing from anybody at %i', async (width) => {
    const own = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme,
      baseURL: app.url,
      storageState: await context.storageState(),
      bypassCSP: true,
      reducedMotion: 'reduce',
    });
    const tab = await own.newPage();
    const axe = await readFile(axePath, 'utf8');
    const check = async (what: string) => {
      // Half faded in, everything lacks contrast.
      await tab.evaluate('Promise.all(document.getAnimations().map((one) => one.finished)).then(() => null)');
      await tab.evaluate(axe);
      const violations = found.parse(await tab.evaluate('axe.run().then((result) => result.violations)'));
      expect(
        violations.map(({ id }) => id),
        what,
      ).toEqual([]);
      expect(await tab.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${what} fits`).toBe(true);
    };
    for (const address of PAGES) {
      await tab.goto(address);
      await check(address);
    }
    await tab.goto('/admin/products');
    await tab.getByRole('button', { name: 'Add product' }).click();
    await check('new product');
    await tab.goto('/admin/customers');
    await tab.locator('.row-link').first().click();
    await tab.getByRole('heading', { name: 'Addresses' }).waitFor();
    await check('customer');
    await own.close();
  });
});

test('the browser had nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
