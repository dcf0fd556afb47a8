import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { expectFine, signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];

openShopAndBrowser(
  (both) => {
    ({ app, browser } = both);
  },
  { env: { WORKER: 'inline' } },
);
beforeAll(async () => {
  ({ page, complaints } = await signIn(browser, app));
});

const csv = (name: string, content: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.isBuffer(content) ? content : Buffer.from(content),
});
const SKU = `E2E-${Date.now().toString(36)}`;
const GOODS = [
  'SKU;Bezeichnung;Preis;Bestand;Farbe;Kategorie',
  `${SKU}-1;Imported rye;4,80;12;dark;${SKU} shelf`,
  `${SKU}-2;Imported spelt;5.20;;;`,
  `${SKU}-3;Imported oat;1.234;;;`,
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
  await expectFine(page);

  await form.getByLabel('CSV file').setInputFiles(csv('autumn.csv', GOODS));
  await form.getByLabel('Add categories that are not there yet').check();
  await form.getByRole('button', { name: 'Check the file' }).click();
  await page.getByRole('heading', { level: 1, name: 'autumn.csv' }).waitFor();
  await page.getByText('1 row will be left out.').waitFor();
  await page.getByText('Farbe').waitFor();
  await page.getByRole('row').filter({ hasText: 'two decimals' }).getByText('price').waitFor();
  await expectFine(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download these rows' }).click();
  expect((await download).suggestedFilename()).toBe('import-errors.csv');

  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByText('2 rows done').waitFor();
  await expectFine(page);
  await page.getByRole('link', { name: 'Show products' }).click();
  await page.getByRole('link', { name: 'Imported rye', exact: true }).waitFor();

  await page.goto('/admin/imports');
  await page.getByRole('row').filter({ hasText: 'autumn.csv' }).getByText('Done').waitFor();
  await expectFine(page);
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
