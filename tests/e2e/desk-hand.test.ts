import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { type Desk, freeSlot, openDesk, orderBody, type Product, sendOrder } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { enterDesk, expectFine } from './desk-steps.ts';

let app: App;
let browser: Browser;
let desk: Desk;
let loaf: Product;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  desk = await openDesk(app);
  loaf = await desk.newProduct({ stock_quantity: 50, stock_mode: 'tracked' });
});

const placed = z.object({ data: z.looseObject({ id: z.uuid(), order_number: z.string(), version: z.int() }) });

/** As a visitor orders in the shop. */
async function newOrder(name: string) {
  const body = JSON.parse(orderBody([loaf.variantId], await freeSlot(app.url, [loaf.variantId])));
  const response = await sendOrder(app.url, JSON.stringify({ ...body, customer_name: name }), crypto.randomUUID());
  return placed.parse(await response.json()).data;
}

async function openPage(viewport = { width: 1280, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport, baseURL: app.url });
  const page = await context.newPage();
  await enterDesk(page, app);
  return page;
}
/** The keys are there once the page is alive; until then a press is lost, as a person would see. */
async function pressFor(page: Page, key: string, opened: Locator): Promise<void> {
  await expect
    .poll(
      async () => {
        if (!(await opened.isVisible())) await page.keyboard.press(key);
        return opened.isVisible();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(true);
}
const searchField = (page: Page) => page.getByRole('combobox', { name: 'Search orders, customers and products' });
const move = (id: string, status: string) => desk.send('PATCH', `/orders/${id}/status`, { status });

test('an order is found by keys from any page, and keys rest while something is typed', async () => {
  const order = await newOrder('Zbigniew Łukasz');
  const page = await openPage();
  await page.goto('/admin/products');
  await page.getByRole('heading', { name: /^Products/, level: 1 }).waitFor();
  await pressFor(page, '/', searchField(page));
  await searchField(page).fill('');
  // With slips, without marks; `n` and `?` are letters here.
  await page.keyboard.type('lukazs n?');
  expect(await searchField(page).inputValue()).toBe('lukazs n?');
  await searchField(page).fill('lukazs');
  await page.getByRole('option', { name: new RegExp(order.order_number) }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(await searchField(page).getAttribute('aria-activedescendant')).toContain(order.id);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: order.order_number, level: 1 }).waitFor();

  // Enter before the answer goes there once it is known.
  await page.goto('/admin/orders');
  await page.getByRole('heading', { name: /^Orders/, level: 1 }).waitFor();
  await pressFor(page, '/', searchField(page));
  await searchField(page).fill(order.order_number.split('-').slice(-1).join(''));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}$/);

  await page.getByRole('heading', { name: /^[A-Z]+-\d{8}-\d+$/, level: 1 }).waitFor();
  await pressFor(page, '?', page.getByRole('dialog', { name: 'Keys' }));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
});

test('search and keys are clean by day and by night, and give the focus back', async () => {
  const page = await openPage();
  await page.goto('/admin/products');
  const held = page.getByRole('link', { name: loaf.name, exact: true });
  await held.waitFor();
  await held.focus();
  await pressFor(page, '/', searchField(page));
  await searchField(page).fill(loaf.name);
  await page
    .getByRole('option', { name: new RegExp(loaf.name) })
    .first()
    .waitFor();
  await expectFine(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => held.evaluate((one) => one === document.activeElement)).toBe(true);

  await pressFor(page, '?', page.getByRole('dialog', { name: 'Keys' }));
  await expectFine(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => held.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.context().close();
});

test('the search is a thumb away on a phone', async () => {
  const page = await openPage({ width: 390, height: 844 });
  const button = page.getByRole('button', { name: /^Search/ });
  const box = await button.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await button.click();
  await searchField(page).waitFor();
  await searchField(page).fill(loaf.name);
  await page
    .getByRole('option', { name: new RegExp(loaf.name) })
    .first()
    .click();
  await page.getByRole('heading', { name: loaf.name, level: 1 }).waitFor();
  await page.context().close();
});

test('several orders move at once: what stays is named, and what moved can be taken back', async () => {
  const [one, two, other] = [await newOrder('Bulk One'), await newOrder('Bulk Two'), await newOrder('Bulk Other')];
  for (const { id } of [one, two, other]) await move(id, 'processing');
  const page = await openPage();
  await page.goto('/admin/orders?q=bulk');
  const box = (number: string) => page.getByRole('checkbox', { name: `Choose ${number}` });
  for (const { order_number: number } of [one, two, other]) await box(number).check();
  await page.getByText('3 chosen on this page').waitFor();
  // Somebody else is faster with the third.
  await move(other.id, 'ready');
  await page.getByRole('button', { name: 'Ready (3)' }).click();
  await page.getByText('2 orders moved.').waitFor();
  await page.getByText('One order stayed').waitFor();
  await page.getByText(`${other.order_number} was changed by somebody else meanwhile`).waitFor();
  const status = (number: string, word: string) =>
    page.getByRole('row', { name: new RegExp(number) }).getByText(word, { exact: true });
  await status(one.order_number, 'Ready').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('2 orders moved back.').waitFor();
  await status(one.order_number, 'Processing').waitFor();
  await status(two.order_number, 'Processing').waitFor();
  await page.context().close();
});

test('an order that comes in is told in the open table, and shown without a reload', async () => {
  const page = await openPage();
  await page.goto('/admin/orders');
  await page.getByRole('heading', { name: /^Orders/, level: 1 }).waitFor();
  const order = await newOrder('Just Now');
  const told = page.getByRole('region', { name: 'New at the desk' });
  await told.getByText('1 new order').waitFor({ timeout: 60_000 });
  await page.waitForFunction(() => document.title.startsWith('(1) '));
  await told.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: order.order_number }).waitFor();
  await told.getByText('1 new order').waitFor({ state: 'detached' });
  await page.context().close();
});

test('two edit one order: the second sees what the first changed, and keeps what was typed', async () => {
  const order = await newOrder('Two Editors');
  const page = await openPage();
  await page.goto(`/admin/orders/${order.id}/edit`);
  const wishes = page.getByLabel('Instructions');
  await wishes.waitFor();
  await desk.send('PATCH', `/orders/${order.id}`, {
    items: [{ variant_id: loaf.variantId, quantity: 3 }],
    reason: 'Called for more',
  });
  await wishes.fill('Slice it, please');
  await page.getByLabel(/Reason|Why/).fill('Asked at the counter');
  const save = page.getByRole('button', { name: /^Save/ });
  await save.click();
  const notice = page.getByRole('alert').filter({ hasText: 'Somebody changed this in the meantime.' });
  await notice.getByText(/the items/).waitFor();
  await notice.getByRole('row', { name: new RegExp(`${loaf.name} 1 3`) }).waitFor();
  expect(await wishes.inputValue()).toBe('Slice it, please');
  await notice.getByRole('button', { name: 'Keep mine and save again' }).click();
  await page.getByRole('heading', { name: order.order_number, level: 1 }).waitFor();
  await page.getByText('Slice it, please').first().waitFor();
  await page.context().close();
});

test('the chosen orders are printed together, also as confirmations', async () => {
  const [one, two] = [await newOrder('Paper One'), await newOrder('Paper Two')];
  const page = await openPage();
  await page.goto('/admin/orders?q=paper');
  for (const { order_number: number } of [one, two]) {
    await page.getByRole('checkbox', { name: `Choose ${number}` }).check();
  }
  await page.getByRole('link', { name: 'Print (2)' }).click();
  await page.getByRole('heading', { name: 'Print 2 orders', level: 1 }).waitFor();
  expect(await page.getByRole('article', { name: 'Packing slip' }).count()).toBe(2);
  await page.getByRole('link', { name: 'Confirmation' }).click();
  await page.getByRole('article', { name: 'Order confirmation' }).first().waitFor();
  for (const { order_number: number } of [one, two]) {
    await page.getByRole('article', { name: 'Order confirmation' }).filter({ hasText: number }).waitFor();
  }
  await page.context().close();
});
