import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { inDatabase } from './customer-steps.ts';
import { expectFine, signIn } from './desk-steps.ts';

const NAME = 'Tomato & Onion Focaccia';

let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];
let address = '';

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  ({ page, complaints } = await signIn(browser, app));
});

const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();
const nameIn = (of: Page) => of.getByLabel('Name in Română', { exact: true });
const save = (of: Page) => of.getByRole('button', { name: 'Save', exact: true }).click();
const saved = (of: Page) => of.getByText(`${NAME} is saved in Română.`).first().waitFor();

test('a product is found by what is missing, and its name said in Romanian', async () => {
  await page.goto('/admin/translations/product');
  await heading('Translations');
  await expectFine(page);
  await page.getByRole('link', { name: /^Română/ }).click();
  await page.waitForURL('**/product?language=ro');
  await page.getByRole('searchbox').fill('tomato');
  await page.waitForURL('**q=tomato**');
  await page.getByRole('link', { name: NAME }).click();
  await heading(NAME);
  await nameIn(page).fill('Focaccia cu roșii și ceapă');
  await save(page);
  await saved(page);
  await page.getByText('Translated', { exact: true }).first().waitFor();
  address = page.url();
  await page.reload();
  await heading(NAME);
  expect(await nameIn(page).inputValue()).toBe('Focaccia cu roșii și ceapă');
  await expectFine(page);
});

test('what was translated from an older text says so, until somebody says that it is still right', async () => {
  await inDatabase(
    app,
    (sql) => sql`update translations set source_hash = 'older' where translated_text like '%și ceapă'`,
  );
  await page.goto(address);
  await heading(NAME);
  await page.getByText('Out of date: the source was rewritten since').waitFor();
  await page.getByRole('button', { name: /^Still right\s?: Name/ }).click();
  await page.getByText('Marked as still right.').waitFor();
  await page.getByText('Out of date: the source was rewritten since').waitFor({ state: 'detached' });
});

test('two people translate one product: the second is told who was faster, and keeps what was typed', async () => {
  const other = await page.context().newPage();
  await other.goto(address);
  await other.getByRole('heading', { name: NAME, level: 1 }).waitFor();
  await nameIn(other).fill('A lor');
  await save(other);
  await saved(other);
  await other.close();
  await nameIn(page).fill('A mea');
  await save(page);
  await page.getByText('Somebody translated this while you were writing').waitFor();
  expect(await nameIn(page).inputValue()).toBe('A mea');
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await saved(page);
  await page.reload();
  await heading(NAME);
  expect(await nameIn(page).inputValue()).toBe('A mea');
});

test('by keys alone the work goes on with the next that has something to do', async () => {
  await page.getByLabel('Description in Română').fill('Roșii cherry coapte în aluat.');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL((url) => url.href !== address && url.pathname.startsWith('/admin/translations/product/'));
  await page.getByRole('heading', { name: NAME, level: 1 }).waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});
