import type { Browser } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { freeSlot } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import {
  axeFindings,
  chooseTime,
  DESK,
  fillContact,
  LOAF,
  orderButton,
  PHONE,
  times,
  visit,
} from './customer-steps.ts';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

describe.each([
  { at: 'a phone', viewport: PHONE, phone: '+49 151 23450001', stored: '+4915123450001' },
  { at: 'a desk', viewport: DESK, phone: '0151 23450002', stored: '+4915123450002' },
])('a customer at $at', ({ viewport, phone, stored }) => {
  test('browses, fills the cart, mends mistakes, orders, and finds the order again', async () => {
    const { page, complaints, close } = await visit(browser, app, { viewport });

    await page.goto('/products');
    await page.getByRole('heading', { name: LOAF.name }).getByRole('link').click();
    await page.getByRole('heading', { name: LOAF.name, level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add to cart' }).click();

    // The drawer: change, close with the keyboard, open again from the header.
    const drawer = page.getByRole('dialog', { name: 'Your cart' });
    await drawer.getByRole('button', { name: new RegExp(`^More: ${LOAF.name}`) }).click();
    await expect.poll(() => page.locator('.cart-count').textContent()).toBe('2');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    const trigger = page.getByRole('link', { name: /^Cart/ });
    await trigger.focus();
    await page.keyboard.press('Enter');
    await drawer.getByText('Subtotal').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await expect.poll(() => trigger.evaluate((link) => link === document.activeElement)).toBe(true);

    await page.goto('/cart');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText('Add a note').click();
    await page.getByLabel(/^Note for/).fill('Sliced, please');
    await page.getByRole('button', { name: 'Keep note' }).click();
    await page.locator('summary').getByText('Sliced, please').waitFor();
    await page.getByRole('link', { name: 'Go to checkout' }).click();

    // Mistakes first: told at the top, with the focus, and beside the fields.
    await page.getByRole('heading', { name: 'Checkout' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('radio', { name: /^Delivery/ }).check();
    await page.getByLabel('Postal code').fill('99999');
    await page.getByRole('status').getByText('We do not deliver to this postal code.').waitFor();
    await page.locator('.review-promise').getByRole('link', { name: 'Change the address' }).waitFor();
    await page.getByLabel('Phone', { exact: true }).fill('12');
    await page.getByLabel('It is a gift').check();
    await page.getByLabel('Words on the card').fill('With love');
    await page.getByLabel(/Bank transfer/).check();
    await orderButton(page).click();
    const refused = page.locator('#refused');
    await refused.getByRole('link', { name: 'Enter your name.' }).waitFor();
    expect(await refused.evaluate((box) => box === document.activeElement)).toBe(true);
    // All of it at once: nobody is sent back for the time alone.
    expect(await refused.getByRole('link').allTextContents()).toEqual([
      'Enter your name.',
      'Enter the whole phone number, with its area code.',
      'Enter street and number.',
      'Enter the town.',
      'Enter who receives the gift.',
      'We do not deliver to this postal code.',
      'Choose a time.',
    ]);
    expect(await page.getByLabel('Phone', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
    await refused.getByRole('link', { name: 'Enter your name.' }).click();
    await page.keyboard.type('Ana Ionescu');

    // The fee follows the postal code, and the button names the total.
    await fillContact(page, { name: 'Ana Ionescu', phone });
    await page.getByLabel('Street and number').fill('Weserstraße 12');
    await page.getByLabel('Postal code').fill('12047');
    await page.getByText('Delivery (Around the canal) costs €2.90.').waitFor();
    await page.getByLabel('Town').fill('Berlin');
    await page.getByLabel('Who receives it?').fill('Maria');
    expect(await page.getByLabel('Words on the card').inputValue()).toBe('With love');
    expect(await page.getByLabel(/Bank transfer/).isChecked()).toBe(true);
    expect(await orderButton(page).textContent()).toBe('Order and pay €18.50');
    await orderButton(page).click();
    // A time is part of the promise: nobody is given one unasked.
    await refused.getByText('One thing needs another look').waitFor();
    await refused.getByRole('link', { name: 'Choose a time.' }).click();
    expect(await times(page, 'delivery').evaluate((group) => group.id)).toBe(new URL(page.url()).hash.slice(1));
    const time = await chooseTime(page, 'delivery');
    await page.locator('.review-promise').getByText(time).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await orderButton(page).click();

    await page.waitForURL('**/order/**');
    const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(number).toMatch(/^CE-\d{8}-\d{3,}$/);
    expect(new URL(page.url()).search).toBe('');
    await page.getByText('DE89 3704 0044 0532 0130 00').waitFor();
    await page.getByText('With love').waitFor();
    await page.getByText('Sliced, please').waitFor();
    expect(await page.locator('.cart-count').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);

    await page.getByText('I have paid').click();
    await page.getByRole('button', { name: 'Tell the shop that it is paid' }).click();
    await page.getByText('Payment on its way').waitFor();

    // By number and phone: a wrong fact tells nothing, the right ones the state and no address.
    await page.goto('/track');
    await page.getByLabel('Order number').fill(number);
    await page.getByLabel('Phone').fill('0151 99999999');
    await page.getByRole('button', { name: 'Find my order' }).click();
    await page.getByText('We know no order with this number and phone').waitFor();
    expect(await page.getByLabel('Order number').inputValue()).toBe(number);
    await page.getByLabel('Phone').fill(stored);
    await page.getByRole('button', { name: 'Find my order' }).click();
    await page.getByRole('heading', { name: number }).waitFor();
    await page.locator('main').getByText(time).waitFor();
    expect(await page.locator('main').textContent()).not.toContain('Weserstraße');
    expect(await axeFindings(page)).toEqual([]);

    await page.goto(`/order/${number}`);
    await page.getByText('Cancel this order').click();
    await page.getByRole('button', { name: 'Yes, cancel the order' }).click();
    await page.getByText('Nothing will be made or delivered.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('You cancelled this order');

    expect(complaints).toEqual([]);
    await close();
  });
});

test('an order opens with its signed link only, and leaves no key in the address', async () => {
  const variantId = await loafVariant();
  const placed = await fetch(`${app.url}/api/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      customer_name: 'Ines',
      customer_phone: '+4915123450003',
      delivery_type: 'pickup',
      payment_method: 'cash',
      items: [{ variant_id: variantId, quantity: 1 }],
      slot_id: await freeSlot(app.url, [variantId]),
    }),
  });
  const { data } = await placed.json();
  const { page, close } = await visit(browser, app);

  const closed = await page.goto(`/order/${data.order_number}`);
  expect(closed?.status()).toBe(404);
  await page.getByRole('link', { name: 'Look up an order' }).waitFor();
  await page.goto(`/order/${data.order_number}/open?key=${'x'.repeat(43)}`);
  await page.getByRole('heading', { name: 'Orders are private' }).waitFor();
  expect(await page.context().cookies()).toEqual([]);

  const opened = await page.goto(data.access_url);
  await page.getByRole('heading', { name: data.order_number }).waitFor();
  expect(page.url()).toBe(`${app.url}/order/${data.order_number}`);
  expect(opened?.headers()['cache-control']).toContain('no-store');
  expect(await page.locator('meta[name="robots"]').first().getAttribute('content')).toContain('noindex');
  // Sent to the page of this order and nowhere else.
  expect(await page.context().cookies(`${app.url}/order`)).toEqual([]);
  const [cookie] = await page.context().cookies(`${app.url}/order/${data.order_number}`);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: `/order/${data.order_number}` });
  await close();
});

async function loafVariant(): Promise<string> {
  const answer = await fetch(`${app.url}/api/products/ember-sourdough`);
  return (await answer.json()).data.variants[0].id;
}
