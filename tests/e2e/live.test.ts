import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { type Desk, freeSlot, openDesk, orderBody, sendOrder } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { DESK, visit } from './customer-steps.ts';
import { signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;
let desk: Desk;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  desk = await openDesk(app);
});

const placed = z.object({ data: z.looseObject({ id: z.uuid(), order_number: z.string(), access_url: z.string() }) });

async function newOrder(variantId: string, name: string) {
  const body = JSON.parse(orderBody([variantId], await freeSlot(app.url, [variantId])));
  const answer = await sendOrder(app.url, JSON.stringify({ ...body, customer_name: name }), crypto.randomUUID());
  return placed.parse(await answer.json()).data;
}

/** What happens from here on is told: the page has its stream, and has been alive for long before. */
const listens = (page: Page) => page.waitForResponse((answer) => answer.url().includes('/api/events'));

const setStock = (variantId: string, quantity: number) =>
  desk.send('PATCH', `/variants/${variantId}/stock`, { stock_quantity: quantity });

test('a product page says what is left as it is sold', async () => {
  const loaf = await desk.newProduct({ stock_quantity: 9, stock_mode: 'tracked' });
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK });
  const heard = listens(page);
  await page.goto(`/products/${loaf.slug}`);
  await heard;
  await setStock(loaf.variantId, 2);
  await page.getByText('Only 2 left').waitFor();
  await setStock(loaf.variantId, 0);
  await page.getByText('Sold out right now').waitFor();
  await setStock(loaf.variantId, 8);
  await page.getByRole('button', { name: 'Add to cart' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('what was chosen and sold out meanwhile is refused in words, and taken again once it is back', async () => {
  const sizes = [
    { title: 'Whole', price: 4.8, stock_quantity: 9, stock_mode: 'tracked' },
    { title: 'Half', price: 2.4, stock_quantity: 9, stock_mode: 'tracked' },
  ];
  const loaf = await desk.newProduct({ price: undefined, stock_quantity: undefined, variants: sizes });
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK });
  const heard = listens(page);
  await page.goto(`/products/${loaf.slug}`);
  await heard;
  await page.getByRole('radio', { name: /^Whole/ }).check();
  await setStock(loaf.variantId, 0);
  await page.getByText('Sold out', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByText('Sold out.', { exact: true }).waitFor();
  await setStock(loaf.variantId, 8);
  await page.getByText('Sold out', { exact: true }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('dialog', { name: 'Your cart' }).getByText('Whole', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('a card says it too', async () => {
  const loaf = await desk.newProduct({ stock_quantity: 9, stock_mode: 'tracked' });
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK });
  const heard = listens(page);
  await page.goto(`/products?q=${encodeURIComponent(loaf.name)}`);
  const card = page.locator('.good').filter({ hasText: loaf.name });
  await card.waitFor();
  await heard;
  await setStock(loaf.variantId, 2);
  await card.getByText('Few left').waitFor();
  await setStock(loaf.variantId, 0);
  await card.getByText('Sold out').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

test('one cart in two browsers is the same cart', async () => {
  const [loaf, roll] = [await desk.newProduct({ stock_quantity: 20 }), await desk.newProduct({ stock_quantity: 20 })];
  const [phone, laptop] = [await visit(browser, app), await visit(browser, app, { viewport: DESK })];
  await phone.page.goto(`/products/${loaf.slug}`);
  await phone.page.getByRole('button', { name: 'Add to cart' }).click();
  await phone.page.getByRole('dialog', { name: 'Your cart' }).waitFor();
  await laptop.page.context().addCookies(await phone.page.context().cookies());
  const heard = listens(laptop.page);
  await laptop.page.goto('/cart');
  await laptop.page.getByRole('heading', { name: 'Your cart', level: 1 }).waitFor();
  await laptop.page.getByRole('link', { name: /Cart ?, 1 item$/ }).waitFor();
  await heard;

  await phone.page.goto(`/products/${roll.slug}`);
  await phone.page.getByRole('button', { name: 'Add to cart' }).click();
  await phone.page.getByRole('dialog', { name: 'Your cart' }).waitFor();
  await laptop.page.getByRole('link', { name: /Cart ?, 2 items$/ }).waitFor();
  await laptop.page.locator('.cart-lines').getByText(roll.name).first().waitFor();
  expect([...phone.complaints, ...laptop.complaints]).toEqual([]);
  await Promise.all([phone.close(), laptop.close()]);
});

test('an order moves before the eyes of whoever watches it, and comes in at the desk', async () => {
  const { variantId } = await desk.newProduct({ stock_quantity: 20 });
  const staff = await signIn(browser, app);
  const hears = listens(staff.page);
  await staff.page.goto('/admin/orders');
  await staff.page.getByRole('heading', { name: /^Orders/, level: 1 }).waitFor();
  await hears;
  const order = await newOrder(variantId, 'Ioana Radu');
  const news = staff.page.getByRole('region', { name: 'New at the desk' });
  await news.getByText('1 new order').waitFor();
  await news.getByRole('button', { name: 'Show' }).click();
  await staff.page.getByRole('row', { name: new RegExp(order.order_number) }).waitFor();

  const { page, complaints, close } = await visit(browser, app);
  const heard = listens(page);
  await page.goto(order.access_url);
  await page.getByRole('heading', { name: order.order_number, level: 1 }).waitFor();
  await heard;
  const now = (step: string) => page.locator('.order-steps [aria-current="step"]').filter({ hasText: step });
  await now('Received').waitFor();
  await desk.send('PATCH', `/orders/${order.id}/status`, { status: 'confirmed' });
  await now('Confirmed').waitFor();
  await desk.send('PATCH', `/orders/${order.id}/status`, { status: 'ready' });
  await now('Ready').waitFor();
  expect([...complaints, ...staff.complaints]).toEqual([]);
  await close();
});
