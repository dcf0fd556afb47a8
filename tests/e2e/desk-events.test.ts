import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { png } from '#tests/support/png';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings } from './customer-steps.ts';
import { expectFine, signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];

// The bakery offers no packages: what is seen here was made here.
openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  ({ page, complaints } = await signIn(browser, app));
});

const heading = (name: string, of: Page = page) => of.getByRole('heading', { name, level: 1 }).waitFor();
const row = (of: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: of, exact: true }) });

async function addPicture(label: string, color: string, count: number) {
  await page
    .getByLabel(label, { exact: true })
    .setInputFiles({ name: 'arch.png', mimeType: 'image/png', buffer: Buffer.from(await png(400, 300, color)) });
  await page.getByRole('img', { name: `Picture ${count} of` }).waitFor();
}

test('a package is written down with what is in it and a picture, and customers find it', async () => {
  await page.goto('/packages');
  await page.getByRole('heading', { name: 'There is no package at the moment' }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link', { name: 'Packages' }).count()).toBe(0);

  await page.goto('/admin/packages');
  await page.getByRole('heading', { name: 'There is no package yet' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Add package' }).first().click();
  await heading('New package');
  const form = page.getByRole('form', { name: 'Package' });
  await form.getByLabel('Name', { exact: true }).fill('Bread for a wedding');
  await form.getByRole('button', { name: 'Add the package' }).click();
  await form.getByText('Enter a price, or choose that it is told on request.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await form.getByLabel('How it is told').selectOption('from');
  await form.getByLabel('Starts at').fill('120,50');
  await form.getByRole('button', { name: 'Add line' }).click();
  const first = form.getByRole('group', { name: 'Line 1' });
  await first.getByLabel('What').fill('Rye loaf');
  await first.getByLabel('Number').fill('12');
  await form.getByRole('button', { name: 'Add line' }).click();
  await form.getByRole('group', { name: 'Line 2' }).getByLabel('What').fill('Salt in a linen bag');
  await form.getByRole('button', { name: 'Move line 2 up' }).click();
  await form.getByLabel(/^How long it takes/).fill('90');
  await form.getByText('1 h 30 min').waitFor();
  await form.getByRole('button', { name: 'Add the package' }).click();
  await page.getByText('Bread for a wedding is saved and in the shop.').waitFor();
  await heading('Bread for a wedding');
  await addPicture('Pictures to add', 'teal', 1);
  await expectFine(page);

  await page.goto('/');
  await page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Packages', exact: true }).click();
  await heading('Packages');
  await page.getByRole('link', { name: 'Bread for a wedding' }).click();
  await heading('Bread for a wedding');
  const lines = page.getByRole('region', { name: 'What is included' }).getByRole('listitem');
  expect(await lines.allInnerTexts()).toEqual(['Salt in a linen bag', '12 × Rye loaf']);
  await page.getByText('€120.50').waitFor();
  const book = page.getByRole('link', { name: 'Book this' });
  expect(await book.getAttribute('href')).toBe('/book?package=bread-for-a-wedding');
  await expectFine(page);
});

test('two people change one package: the second is told what, and takes theirs', async () => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto('/admin/packages');
  await page.getByRole('link', { name: 'Bread for a wedding' }).click();
  await heading('Bread for a wedding');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel(/^Guests at most/).fill('80');
  await other.getByRole('button', { name: 'Save the package' }).click();
  await other.getByText('Bread for a wedding is saved and in the shop.').waitFor();
  await other.close();
  await page.getByLabel(/^Description/).fill('Mine');
  await page.getByRole('button', { name: 'Save the package' }).click();
  await page.getByText(/the number of guests\./).waitFor();
  expect(await page.getByLabel(/^Description/).inputValue()).toBe('Mine');
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Show theirs' }).click();
  await page.getByText(/the number of guests\./).waitFor({ state: 'detached' });
  expect(await page.getByLabel(/^Guests at most/).inputValue()).toBe('80');
  expect(await page.getByLabel(/^Description/).inputValue()).toBe('');
});

test('themes get a gallery, are put in order, archived and taken back', async () => {
  for (const name of ['Flour white', 'Ember']) {
    await page.goto('/admin/themes/new');
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Add the theme' }).click();
    await heading(name);
    await addPicture('Pictures to add', name === 'Ember' ? 'orange' : 'white', 1);
  }
  await addPicture('Pictures to add', 'brown', 2);
  await page.getByRole('button', { name: 'Move picture 2 earlier' }).click();
  await page.getByText('Picture is now 1 of 2.').waitFor({ state: 'attached' });
  await expectFine(page);

  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto('/admin/themes');
  await page.getByRole('button', { name: 'Move Ember up' }).click();
  await page.getByText('Ember is now 1 of 2.').waitFor({ state: 'attached' });
  await page.goto('/themes');
  await heading('Themes');
  expect(await page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'Ember',
    'Flour white',
  ]);
  await expectFine(page);
  await page.getByRole('link', { name: 'Ember', exact: true }).click();
  await heading('Ember');
  expect(await page.getByRole('list', { name: 'Pictures of Ember' }).getByRole('img').count()).toBe(2);
  await expectFine(page);

  await page.setViewportSize({ width: 1280, height: 860 });
  await page.goto('/admin/themes');
  await page.getByRole('button', { name: 'Archive Ember' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive theme' }).click();
  await page.getByText('Ember is archived.').waitFor();
  await row('Ember').waitFor({ state: 'detached' });
  await page.goto('/admin/themes?archived=true');
  await page.getByRole('button', { name: 'Restore Ember' }).click();
  await page.getByRole('heading', { name: 'Nothing is archived' }).waitFor();
  await page.goto('/admin/themes');
  await row('Ember').waitFor();
  await expectFine(page);
  expect(complaints).toEqual([]);
});
