import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 860 };

async function open(viewport: { width: number; height: number }, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport, javaScriptEnabled, baseURL: app.url });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  return { context, page, complaints };
}

const axeResult = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

async function axeFindings(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated rather than added as a script: the policy of the page allows only its own.
  await page.evaluate(source);
  const found = axeResult.parse(await page.evaluate('axe.run(document)'));
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

const status = (page: Page) => page.getByRole('region', { name: 'Results' }).getByRole('status');
const cardNames = (page: Page) => page.locator('.list-results .good-name').allTextContents();

describe('with script', () => {
  test('searches while one types, keeps the field in use, and puts every state into the address', async () => {
    const { context, page, complaints } = await open(DESK);
    await page.goto('/products');
    const all = await status(page).textContent();
    const field = page.getByRole('searchbox', { name: 'Search products' }).last();
    await field.click();
    await page.keyboard.type('sourdouhg', { delay: 60 });
    await page.waitForURL(/\/products\?q=sourdouhg$/);
    await page.getByRole('heading', { name: /Ember Sourdough/ }).waitFor();
    // The list behind the address comes a moment after it.
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('loaf');
    await page.waitForURL(/q=loaf/);
    expect(await field.inputValue()).toBe('loaf');

    await page.getByRole('link', { name: /Remove filter: “loaf”/ }).click();
    await page.waitForURL(/\/products$/);
    await expect.poll(() => status(page).textContent()).toBe(all);
    await page.goBack();
    await page.waitForURL(/q=loaf/);
    await expect.poll(() => field.inputValue()).toBe('loaf');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('narrows, sorts and pages', async () => {
    const { context, page } = await open(DESK);
    await page.goto('/products');
    await page.getByLabel('Sort by').selectOption('price');
    await page.waitForURL(/sort=price/);
    await page.getByLabel('To', { exact: true }).fill('3');
    await page.waitForURL(/max_price=3/);
    await page.getByText('Leave out allergens').click();
    await page.getByLabel('Without milk').check();
    await page.waitForURL(/allergen_free=milk/);
    await expect.poll(async () => (await cardNames(page)).length).toBeGreaterThan(0);
    expect(await cardNames(page)).not.toContain('Butter Croissant');
    await page.goto('/products?q=zzzzzz&in_stock=true');
    await page.getByRole('link', { name: 'Search without filters' }).click();
    await page.getByRole('link', { name: 'See everything' }).click();
    await page.waitForURL(/\/products$/);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/page=2/);
    await expect.poll(async () => (await cardNames(page)).length).toBeGreaterThan(0);
    await context.close();
  });

  test('goes from the home page to a product and shows how many are left now', async () => {
    const { context, page, complaints } = await open(PHONE);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Ember Sourdough' }).first().click();
    await page.waitForURL(/\/products\/ember-sourdough$/);
    await page.getByRole('radio', { name: /Half, 500 g/ }).check();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    // By its place, not its role: the drawer that opens takes the rest of the page out of reach.
    await page.locator('.site-header .cart-count', { hasText: '1' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('before the scripts have come', () => {
  /** A page of this address whose scripts wait until they are let in; then it is alive. */
  async function openWaiting(viewport: typeof PHONE, path: string) {
    const { promise: allowed, resolve: letIn } = Promise.withResolvers<void>();
    const opened = await open(viewport);
    await opened.page.route('**/_next/static/**/*.js', async (route) => {
      await allowed;
      await route.continue();
    });
    const alive = opened.page.goto(path);
    return {
      ...opened,
      comeAlive: async () => {
        letIn();
        await alive;
      },
    };
  }

  test('what is set in the filters is followed', async () => {
    const { context, page, complaints, comeAlive } = await openWaiting(DESK, '/products');
    await page.getByText('Leave out allergens').click();
    await page.getByLabel('Without milk').check();
    await page.getByLabel('Sort by').selectOption('price');
    await page.getByRole('searchbox', { name: 'Search products' }).last().fill('loaf');
    await comeAlive();
    await page.waitForURL(/\/products\?q=loaf&sort=price&allergen_free=milk$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('what is chosen and written stays and goes into the cart', async () => {
    const { context, page, complaints, comeAlive } = await openWaiting(PHONE, '/products/ember-sourdough');
    await page.getByRole('radio', { name: /Half, 500 g/ }).check();
    await page.getByText('Add a note').click();
    await page.getByRole('textbox', { name: 'Note for this item' }).fill('Sliced, please');
    await page.getByRole('spinbutton').fill('2');
    await comeAlive();
    expect(await page.getByRole('radio', { name: /Half, 500 g/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.locator('.site-header .cart-count', { hasText: '2' }).waitFor();
    await page.goto('/cart');
    for (const words of ['Half, 500 g', 'Sliced, please']) await page.getByText(words).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('what is put into the cart is in it', async () => {
    const { context, page, comeAlive } = await openWaiting(PHONE, '/products/ember-sourdough');
    await page.waitForLoadState();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    // The cart is made per request: it has its scripts in its head, and they wait as well.
    await page.waitForURL(/\/cart$/, { waitUntil: 'commit' });
    await comeAlive();
    await page.getByText('Ember Sourdough').first().waitFor();
    await context.close();
  });
});

describe('without script', () => {
  test('filters, opens a product and buys it', async () => {
    const { context, page } = await open(PHONE, false);
    await page.goto('/categories/loaves');
    await page.getByRole('heading', { level: 1, name: 'Loaves' }).waitFor();
    // The goods come first: on their own page they are not narrowed by anything.
    expect(await page.getByLabel('Sort by').isVisible()).toBe(false);
    await page.goto('/products');
    await page.getByRole('searchbox', { name: 'Search products' }).last().fill('rye');
    await page.getByRole('button', { name: 'Show products' }).click();
    await page.waitForURL(/q=rye/);
    await page.getByRole('link', { name: 'Country Rye 80' }).click();
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.waitForURL(/\/cart$/);
    await page.getByText('Country Rye 80').first().waitFor();
    await context.close();
  });

  test('a mistyped price is named beside its field', async () => {
    const { context, page } = await open(DESK, false);
    await page.goto('/products?min_price=cheap');
    await page.getByText('Enter an amount such as 12.50.').waitFor();
    await context.close();
  });
});

describe('what is not there', () => {
  test.each(['/products/nope', '/categories/nope', '/pages/nope', '/nope', '/fr/products'])('%s', async (path) => {
    const { context, page } = await open(PHONE);
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    await page.getByRole('link', { name: 'See what there is today' }).waitFor();
    await context.close();
  });
});

describe.each([
  ['a phone', PHONE],
  ['a desk', DESK],
])('for everybody, on %s', (_name, viewport) => {
  test.each([
    '/',
    '/products',
    '/products?q=rye&in_stock=true',
    '/categories/loaves',
    '/products/ember-sourdough',
    '/nope',
  ])('%s has nothing for axe to find and nothing wider than the screen', async (path) => {
    const { context, page } = await open(viewport);
    await page.goto(path);
    expect(await axeFindings(page)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
    await context.close();
  });
});

test('linked data is one valid document per script and names the price', async () => {
  const html = await (await fetch(`${app.url}/products/ember-sourdough`)).text();
  const documents = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = '']) =>
    z.looseObject({ '@type': z.string() }).parse(JSON.parse(json)),
  );
  expect(documents.map((one) => one['@type'])).toEqual(['Product', 'BreadcrumbList']);
  expect(JSON.stringify(documents[0])).toContain('"price":"7.80"');
});

test('sitemap, robots, manifest and share pictures are there', async () => {
  const get = async (path: string) => fetch(`${app.url}${path}`);
  expect(await (await get('/sitemap.xml')).text()).toContain('/products/ember-sourdough</loc>');
  expect(await (await get('/robots.txt')).text()).toContain('/sitemap.xml');
  expect(await (await get('/manifest.webmanifest')).json()).toMatchObject({ name: 'Crumb & Ember' });
  for (const name of ['shop', 'ember-sourdough']) {
    expect((await get(`/share/${name}.jpg`)).headers.get('content-type')).toBe('image/jpeg');
  }
});
