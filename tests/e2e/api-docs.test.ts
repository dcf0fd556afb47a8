import type { Browser, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';

let app: App;
let browser: Browser;
/** What the policy refused, what went elsewhere, and what went wrong. */
const complaints: string[] = [];

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  expect(complaints.splice(0)).toEqual([]);
});

async function open(width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 860 },
    reducedMotion: 'reduce',
    baseURL: app.url,
    javaScriptEnabled,
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (origin !== app.url && protocol !== 'data:' && protocol !== 'blob:') complaints.push(request.url());
  });
  // Also where the page catches what the policy throws.
  await page.exposeFunction('complain', (words: string) => complaints.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      Reflect.get(window, 'complain')(`policy: ${effectiveDirective} ${blockedURI}`);
    });
  });
  return page;
}

async function expectNoSideways(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => ({
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  expect(scrollWidth).toBe(clientWidth);
}

test.each([1280, 390])('Scalar shows the API from our own files, %s pixels wide', async (width) => {
  const page = await open(width);
  await page.goto('/docs');
  await page.getByRole('heading', { name: 'Barrow', level: 1 }).waitFor();
  await page.locator('#operations').waitFor({ state: 'detached' });
  await page.getByText('An order from nothing').waitFor();
  await expectNoSideways(page);
});

test('Scalar tries an operation on this shop', async () => {
  const page = await open(1280);
  await page.goto('/docs#tag/shop/GET/api/shop');
  await page.getByRole('button', { name: /^Test Request.*get \/api\/shop\)/ }).click();
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/shop');
  await page.getByRole('button', { name: /^Send get request/i }).click();
  expect((await answered).status()).toBe(200);
  await page.getByText('200 OK').first().waitFor();
});

test.each([1280, 390])('Redoc shows the API from our own files, %s pixels wide', async (width) => {
  const page = await open(width);
  await page.goto('/docs/redoc');
  await page.getByRole('heading', { name: /^Barrow/, level: 1 }).waitFor();
  await page.locator('#operations').waitFor({ state: 'detached' });
  await page.getByText('An order from nothing').waitFor();
  await expectNoSideways(page);
});

test.each(['/docs', '/docs/redoc'])('%s lists every operation without scripts', async (path) => {
  const page = await open(390, false);
  const answer = await page.goto(path);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
  const { paths, tags } = await (await fetch(`${app.url}/api/openapi.json`)).json();
  const operations = Object.entries<Record<string, { summary: string }>>(paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, { summary }]) => `${method.toUpperCase()} ${address}${summary}`),
  );
  expect((await page.getByRole('listitem').allTextContents()).sort()).toEqual(operations.sort());
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(tags.length);
  expect(await page.title()).toContain('Crumb & Ember');
  const document = page.getByRole('main').getByRole('link', { name: 'openapi.json' });
  expect(await document.getAttribute('href')).toBe('/api/openapi.json');
  await expectNoSideways(page);
});
