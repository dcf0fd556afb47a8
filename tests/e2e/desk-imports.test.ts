import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { launchBrowser } from '#tests/support/browser';
import { axeFindings } from './customer-steps.ts';

let app: App;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ env: { WORKER: 'inline' } }), launchBrowser()]);
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    baseURL: app.url,
  });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/admin');
  await page.getByLabel('Username or e-mail').fill(app.admin.username);
  await page.getByLabel('Password', { exact: true }).fill(app.admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/admin/dashboard');
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Colors fade into those of the other theme: they are judged when they are there. */
const settled = () =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** On a desk and on a phone, by day and by night. */
async function expectFine(): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 860 });
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled();
      expect(await axeFindings(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth).toBe(clientWidth);
    }
  }
}

const csv = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
});
const SKU = `E2E-${Date.now().toString(36)}`;
const GOODS = [
  'SKU;Bezeichnung;Preis;Bestand;Farbe',
  `${SKU}-1;Imported rye;4,80;12;dark`,
  `${SKU}-2;Imported spelt;5.20;;`,
  `${SKU}-3;Imported oat;1.234;;`,
  '',
].join('\r\n');

test('a file is refused in words, then checked, applied, and mended', async () => {
  await page.goto('/admin/products');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Import and export' }).waitFor();
  const form = page.getByRole('form', { name: 'Import a file' });
  await form.getByRole('button', { name: 'Check the file' }).click();
  await form.getByText('Choose a file.').waitFor();
  await form.getByLabel('CSV file').setInputFiles(csv('old.csv', Buffer.from('sku;name\nA;Cr\xe8me', 'latin1')));
  await form.getByRole('button', { name: 'Check the file' }).click();
  await form.getByText('is not UTF-8').waitFor();
  await expectFine();

  await form.getByLabel('CSV file').setInputFiles(csv('autumn.csv', GOODS));
  await form.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('heading', { level: 1, name: 'autumn.csv' }).waitFor();
  await page.getByText('1 row will be left out.').waitFor();
  await page.getByText('Farbe').waitFor();
  await page.getByRole('row').filter({ hasText: 'two decimals' }).getByText('price').waitFor();
  await expectFine();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download these rows' }).click();
  expect((await download).suggestedFilename()).toBe('import-errors.csv');

  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByText('2 rows done').waitFor();
  await expectFine();
  await page.getByRole('link', { name: 'Show products' }).click();
  await page.getByRole('link', { name: 'Imported rye', exact: true }).waitFor();

  await page.goto('/admin/imports');
  await page.getByRole('row').filter({ hasText: 'autumn.csv' }).getByText('Done').waitFor();
  await expectFine();
  expect(complaints).toEqual([]);
});

test('what was exported changes nothing when it comes back', async () => {
  await page.goto('/admin/imports');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export products' }).click();
  const path = await (await download).path();
  const form = page.getByRole('form', { name: 'Import a file' });
  await form.getByLabel('CSV file').setInputFiles(path);
  await form.getByRole('button', { name: 'Check the file' }).click();
  await page.getByText('There is nothing to do').waitFor();
  await page.getByText('The file says what is so already.').waitFor();
  expect(complaints).toEqual([]);
});
