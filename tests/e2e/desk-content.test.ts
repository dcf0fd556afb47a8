import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { png } from '#tests/support/png';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings, DESK, PHONE } from './customer-steps.ts';
import { signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;
let page: Page;
let complaints: string[];

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  ({ page, complaints } = await signIn(browser, app));
});

const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor();

test('a page is written with its preview beside it, published, and found at the foot of the shop', async () => {
  await page.goto('/admin/pages');
  await page.getByRole('link', { name: 'Write a page' }).click();
  await heading('New page');
  await page.getByLabel('Title').fill('Our mill');
  await page.getByRole('textbox', { name: 'Text' }).fill('## Stone by stone\n\nWe grind **every Monday**.');
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.getByRole('heading', { name: 'Stone by stone' }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel(/^Address/).fill('Our Mill!');
  await page.getByRole('button', { name: 'Add the page' }).click();
  await page.getByText('Use small letters, digits and hyphens').waitFor();
  await page.getByLabel(/^Address/).fill('our-mill');
  await page.getByLabel('Show it in the shop').check();
  await page.getByRole('button', { name: 'Add the page' }).click();
  await page.getByText('Our mill is saved and in the shop.').waitFor();
  await heading('Our mill');
  await page.goto('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Our mill' }).click();
  await heading('Our mill');
  await page.getByText('every Monday').waitFor();
});

test('two people write one page: the second is told, and keeps what was typed', async () => {
  await page.goto('/admin/pages');
  await page.getByRole('link', { name: 'Our mill' }).click();
  await heading('Our mill');
  const other = await page.context().newPage();
  await other.goto(page.url());
  const text = (of: Page) => of.getByRole('textbox', { name: 'Text' });
  await text(other).fill('Theirs');
  await other.getByRole('button', { name: 'Save the page' }).click();
  await other.getByText('Our mill is saved and in the shop.').waitFor();
  await other.close();
  await text(page).fill('Mine');
  await page.getByRole('button', { name: 'Save the page' }).click();
  await page.getByText('Somebody changed this page while you were writing').waitFor();
  expect(await text(page).inputValue()).toBe('Mine');
  await page.getByRole('button', { name: 'Replace theirs with mine' }).click();
  await page.getByRole('button', { name: 'Save the page' }).click();
  await page.getByText('Our mill is saved and in the shop.').waitFor();
});

test('a look is tried before it is worn; the shop has another picture', async () => {
  await page.goto('/admin/settings/look');
  await page.getByRole('radio', { name: /^Crate stencil/ }).check();
  const preview = page.getByRole('region', { name: 'Preview' });
  await preview.locator('[data-look="farm"]').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use this look' }).click();
  await page.getByText('The shop wears Crate stencil.').waitFor();
  await page.getByText('The shop wears it now.').waitFor();
  const before = await page.locator('.shop-picture img').getAttribute('src');
  await page
    .getByLabel('Picture of the shop', { exact: true })
    .setInputFiles({ name: 'shop.png', mimeType: 'image/png', buffer: Buffer.from(await png(1600, 900)) });
  await page.locator(`.shop-picture img:not([src="${before}"])`).waitFor();
  await page.goto('/');
  await page.locator('html[data-look="farm"]').waitFor();
});

test('what a customer said is written down, put first, shown, and taken back', async () => {
  await page.goto('/admin/testimonials');
  await page.getByRole('button', { name: 'Add testimonial' }).click();
  const dialog = page.getByRole('dialog', { name: 'New testimonial' });
  await dialog.getByLabel('Who said it').fill('Mara K.');
  await dialog.getByRole('button', { name: 'Add testimonial' }).click();
  await dialog.getByText('Enter what was said.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('What was said').fill('The rye stays fresh for a week.');
  await dialog.getByRole('button', { name: 'Add testimonial' }).click();
  await page.getByText('What Mara K. said is added.').waitFor();
  await page.goto('/testimonials');
  await page.getByText('The rye stays fresh for a week.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.goto('/admin/testimonials');
  await page.getByRole('button', { name: 'Hide what Mara K. said' }).click();
  await page.getByText('What Mara K. said is hidden.').waitFor();
  await page.goto('/testimonials');
  await page.getByRole('heading', { name: 'What people say', level: 1 }).waitFor();
  expect(await page.getByText('The rye stays fresh for a week.').count()).toBe(0);
});

test.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])('the pages of the editor are clean on %s, light and dark', async (_, viewport) => {
  await page.setViewportSize(viewport);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const address of [
      '/admin/pages',
      '/admin/pages/new',
      '/admin/settings/look',
      '/admin/testimonials',
      '/testimonials',
    ]) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([address, await axeFindings(page)]).toEqual([address, []]);
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect([address, isTooWide]).toEqual([address, false]);
    }
  }
  expect(complaints).toEqual([]);
});
