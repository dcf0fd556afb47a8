import type { Browser } from 'playwright-core';
import { expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { addToCart, chooseTime, countOrders, fillContact, LOAF, orderButton, times, visit } from './customer-steps.ts';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

test('the whole way works without script: cart, mistakes, fee, order, payment claim, tracking, cancelling', async () => {
  const { page, close } = await visit(browser, app, { script: false });
  await page.goto(LOAF.path);
  await page.getByText('Add a note').click();
  await page.getByLabel('Note for this item').fill('Sliced, please');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.waitForURL('**/cart');
  await page.getByRole('button', { name: /^More:/ }).click();
  await expect.poll(() => page.getByLabel(/^Quantity:/).inputValue()).toBe('2');
  await page.getByRole('link', { name: 'Go to checkout' }).click();

  await page.getByRole('radio', { name: /^Delivery/ }).check();
  await page.getByLabel('It is a gift').check();
  await page.getByLabel('Who receives it?').fill('Maria');
  await page.getByLabel(/Bank transfer/).check();
  await page.getByLabel('Phone', { exact: true }).fill('abc');
  await page.getByLabel('Postal code').fill('12047');
  await orderButton(page).click();
  await page.locator('#refused').getByRole('link', { name: 'Enter your name.' }).waitFor();

  // Everything is as it was, the fee has been worked out, and the button names the new total.
  expect(await page.getByRole('radio', { name: /^Delivery/ }).isChecked()).toBe(true);
  expect(await page.getByLabel('It is a gift').isChecked()).toBe(true);
  expect(await page.getByLabel('Who receives it?').inputValue()).toBe('Maria');
  expect(await page.getByLabel(/Bank transfer/).isChecked()).toBe(true);
  expect(await page.getByLabel('Phone', { exact: true }).inputValue()).toBe('abc');
  expect(await orderButton(page).textContent()).toBe('Order and pay €18.50');

  await fillContact(page, { name: 'Zoe Weber', phone: '0151 23460001' });
  await page.getByLabel('Street and number').fill('Weserstraße 12');
  await page.getByLabel('Town').fill('Berlin');
  // Another code of the same zone: the total stays the one that the button names.
  await page.getByLabel('Postal code').fill('10999');
  await page.getByLabel(/^Anything we should know/).fill('Second yard');
  // The code is known by now: its times are shown, and the chosen one stays over a round trip for another reason.
  await chooseTime(page, 'delivery');
  await page.getByLabel('Town').fill('');
  await orderButton(page).click();
  await page.locator('#refused').getByRole('link', { name: 'Enter the town.' }).waitFor();
  await page.getByLabel('Town').fill('Berlin');
  expect(await times(page, 'delivery').getByRole('radio', { checked: true }).count()).toBe(1);
  await page.locator('.review-promise').getByText('to your door').waitFor();
  await orderButton(page).click();
  await page.waitForURL('**/order/**');
  const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.getByText('Second yard').waitFor();

  await page.getByText('I have paid').click();
  await page.getByRole('button', { name: 'Tell the shop that it is paid' }).click();
  await page.getByText('Payment on its way').waitFor();
  await page.getByText('Cancel this order').click();
  await page.getByRole('button', { name: 'Yes, cancel the order' }).click();
  await page.getByText('Nothing will be made or delivered.').waitFor();

  await page.goto('/track');
  await page.getByLabel('Order number').fill(number);
  await page.getByLabel('Phone').fill('+4915123460001');
  await page.getByRole('button', { name: 'Find my order' }).click();
  await page.getByRole('heading', { name: number }).waitFor();
  await close();
});

test('without script the total that was not named is shown before anybody pays it', async () => {
  const { page, close } = await visit(browser, app, { script: false });
  await addToCart(page);
  await page.goto('/checkout');
  await fillContact(page, { name: 'Nora', phone: '0151 23460002' });
  await page.getByRole('radio', { name: /^Delivery/ }).check();
  await page.getByLabel('Street and number').fill('Weserstraße 12');
  await page.getByLabel('Town').fill('Berlin');
  await page.getByLabel('Postal code').fill('12047');
  await page.getByLabel(/Bank transfer/).check();
  await chooseTime(page, 'delivery');
  await orderButton(page).click();
  await page.locator('#refused').waitFor();
  expect(await countOrders(app, '+4915123460002')).toBe(0);
  await close();
});
