import type { Browser, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import {
  addToCart,
  chooseTime,
  countOrders,
  fillContact,
  inDatabase,
  leave,
  orderButton,
  visit,
} from './customer-steps.ts';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeEach(() => leave(app, 'ember-sourdough', 50));

/** Two loaves in the cart, and the checkout filled in for pickup. */
async function toCheckout(page: Page, phone: string): Promise<void> {
  await addToCart(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^More:/ })
    .click();
  await expect.poll(() => page.locator('.cart-count').textContent()).toBe('2');
  await page.goto('/checkout');
  await fillContact(page, { name: 'Ana', phone });
  await chooseTime(page);
}

test('a double click orders once', async () => {
  const { page, complaints, close } = await visit(browser, app);
  await toCheckout(page, '+4915123470001');
  await orderButton(page).dblclick();
  await page.waitForURL('**/order/**');
  expect(await countOrders(app, '+4915123470001')).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('the same form sent five times at once, and once more later, is one order', async () => {
  const { page, close } = await visit(browser, app);
  await toCheckout(page, '+4915123470002');
  // As browsers without script send it: a form of several parts, with the key that the page was made with. This page has
  // script and hears that its cart is empty, so what is sent later is taken from the form now.
  const landed = await page.evaluate(async () => {
    const form = document.querySelector<HTMLFormElement>('.checkout-form');
    const button = document.querySelector<HTMLButtonElement>('.order-button');
    if (!form) return [];
    const [address, body] = [location.href, new FormData(form, button)];
    const once = async () => new URL((await fetch(address, { method: 'POST', body })).url).pathname;
    return [...(await Promise.all(Array.from({ length: 5 }, once))), await once()];
  });
  expect(landed[0]).toMatch(/^\/order\/CE-/);
  expect(landed).toEqual(landed.map(() => landed[0]));
  expect(await countOrders(app, '+4915123470002')).toBe(1);
  await close();
});

test('sold out in between: the item is named, nothing typed is lost, and one press makes the order fit', async () => {
  const { page, complaints, close } = await visit(browser, app);
  await toCheckout(page, '+4915123470003');
  await page.getByLabel(/^Anything we should know/).fill('Ring twice');
  await leave(app, 'ember-sourdough', 1);
  await orderButton(page).click();
  await page.getByText('Somebody was faster').waitFor();
  await page.getByText('you asked for 2, only 1 left.').waitFor();
  await page.getByRole('button', { name: 'Adjust my order' }).click();
  await page.getByText('you asked for 2').waitFor({ state: 'hidden' });
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ana');
  expect(await page.getByLabel(/^Anything we should know/).inputValue()).toBe('Ring twice');
  expect(await orderButton(page).textContent()).toBe('Order and pay €7.80');
  await orderButton(page).click();
  await page.waitForURL('**/order/**');
  await page.getByText('Ring twice').waitFor();
  expect(await countOrders(app, '+4915123470003')).toBe(1);
  expect(complaints).toEqual([]);
  await close();
});

test('what was typed is still there after reading the terms and after a reload, and gone once it was ordered', async () => {
  const { page, complaints, close } = await visit(browser, app);
  await toCheckout(page, '0151 23470005');
  await page.getByLabel(/^Anything we should know/).fill('Ring twice');
  await page.getByRole('link', { name: 'terms', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Terms of sale' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Checkout' }).waitFor();
  const typed = async () => {
    await expect.poll(() => page.getByLabel(/^Anything we should know/).inputValue()).toBe('Ring twice');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ana');
    expect(await page.locator('label.slot input:checked').count()).toBe(1);
  };
  await typed();
  await page.reload();
  await typed();
  await orderButton(page).click();
  await page.waitForURL('**/order/**');
  await page.getByText('Ring twice').waitFor();
  await addToCart(page);
  await page.getByRole('dialog').getByText('Subtotal').waitFor();
  await page.goto('/checkout');
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('');
  expect(complaints).toEqual([]);
  await close();
});

test('a line that is taken out can be put back, and keys go on where it stood', async () => {
  const { page, complaints, close } = await visit(browser, app);
  await addToCart(page);
  await page.getByRole('dialog').getByText('Subtotal').waitFor();
  await page.goto('/cart');
  await page.getByRole('button', { name: /^More:/ }).click();
  await expect.poll(() => page.locator('.cart-count').textContent()).toBe('2');
  await page.getByRole('button', { name: /^Remove Ember Sourdough/ }).press('Enter');
  await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor();
  const putBack = page.getByRole('button', { name: 'Put it back' });
  await expect.poll(() => putBack.evaluate((button) => button === document.activeElement)).toBe(true);
  await putBack.press('Enter');
  await page.getByRole('button', { name: /^Remove Ember Sourdough/ }).waitFor();
  await expect.poll(() => page.locator('.cart-count').textContent()).toBe('2');
  expect(await page.getByLabel(/^Quantity: Ember Sourdough/).inputValue()).toBe('2');
  expect(complaints).toEqual([]);
  await close();
});

test('what another window does to the cart is seen at the checkout, and what is typed there stays', async () => {
  const { page, complaints, close } = await visit(browser, app);
  await addToCart(page);
  await page.getByRole('dialog').getByText('Subtotal').waitFor();
  const heard = page.waitForResponse((answer) => answer.url().includes('/api/events'));
  await page.goto('/checkout');
  await page.getByLabel('Name', { exact: true }).fill('Ana');
  await heard;
  const other = await page.context().newPage();
  await other.goto('/cart');
  await other.getByRole('button', { name: /^More:/ }).click();
  await page.getByRole('button', { name: 'Order and pay €15.60' }).waitFor();
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ana');
  expect(complaints).toEqual([]);
  await close();
});

test('in the cart each problem stands at its line, with ways to mend it', async () => {
  const { page, close } = await visit(browser, app);
  await toCheckout(page, '+4915123470004');
  await leave(app, 'ember-sourdough', 1);
  await inDatabase(
    app,
    (sql) => sql`update product_variants set price_minor = price_minor + 50
    where id in (select variant_id from cart_items)`,
  );
  await page.goto('/cart');
  await page.getByText('Only 1 left.').waitFor();
  await page.getByRole('button', { name: /^Take 1/ }).click();
  await page.getByText('Only 1 left.').waitFor({ state: 'hidden' });
  await page.getByText('Now €8.30, it was €7.80 when you chose it.').waitFor();
  await page.getByRole('button', { name: /^Take the new price/ }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).waitFor();
  await leave(app, 'ember-sourdough', 0);
  await page.goto('/cart');
  await page.getByText('Sold out.').waitFor();
  await page.getByRole('button', { name: /^Take it out/ }).click();
  await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor();
  await close();
});

test('a cart that has expired says so, and a cart key that is none is only an empty cart', async () => {
  const { page, close } = await visit(browser, app);
  await addToCart(page);
  await page.getByRole('dialog').getByText('Subtotal').waitFor();
  await inDatabase(app, (sql) => sql`update carts set expires_at = now() - interval '1 minute'`);
  await page.goto('/cart');
  await page.getByRole('heading', { name: 'Your cart has expired' }).waitFor();
  await page.goto('/checkout');
  await page.getByRole('heading', { name: 'Your cart has expired' }).waitFor();
  await page.context().clearCookies();
  for (const path of ['/cart', '/checkout']) {
    await page.goto(path);
    await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor();
  }
  await close();
});
