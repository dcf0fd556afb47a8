import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { until } from '#tests/support/wait';
import { addToCart, axeFindings, LOAF, PHONE } from './customer-steps.ts';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

/** Until the service worker has kept these. */
const isKept = (page: Page, ...addresses: string[]) =>
  until(`${addresses.join(', ')} kept`, 60_000, () =>
    page.evaluate(async (wanted) => {
      const found = await Promise.all(wanted.map((address) => caches.match(address)));
      return found.every((one) => one !== undefined);
    }, addresses),
  );

test('while the shop cannot be reached, its cart and its telephone are there', async () => {
  const context = await browser.newContext({ viewport: PHONE, baseURL: app.url, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await addToCart(page);
  await isKept(page, '/offline', '/api/cart', '/art/offline.svg');
  // From its second page on a browser is looked after; each language has words of its own.
  await page.goto('/de/products');
  await isKept(page, '/de/offline');

  const pid = app.pid();
  if (pid === undefined) throw new Error('the app is not running');
  process.kill(pid, 'SIGKILL');
  await app.ended();

  await page.goto('/de/cart');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sie sind offline, oder wir');
  await page.goto(LOAF.path);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('You are offline, or we are');
  await page.getByRole('region', { name: 'In your cart' }).getByText(LOAF.name).waitFor();
  await page.getByRole('region', { name: 'Reach us another way' }).getByRole('link').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await app.restart();
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: LOAF.name }).waitFor();
  await context.close();
});
