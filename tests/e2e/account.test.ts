import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import {
  addToCart,
  axeFindings,
  chooseTime,
  DESK,
  inDatabase,
  LOAF,
  leave,
  orderButton,
  PHONE,
  visit,
} from './customer-steps.ts';

const PASSWORD = 'three loaves of rye';
let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

/** The newest message to somebody, as the outbox of the demo shows it. */
const bodyTo = (recipient: string, event: string): Promise<string> =>
  inDatabase(app, async (sql) => {
    const [row] = await sql<{ body: string }[]>`select body from notifications
      where recipient = ${recipient} and event = ${event} order by created_at desc, id desc limit 1`;
    return row?.body ?? '';
  });
const linkTo = async (email: string, event: string) => /http\S+token=\S+/.exec(await bodyTo(email, event))?.[0] ?? '';
const codeTo = async (phone: string) => /\b\d{6}\b/.exec(await bodyTo(phone, 'phone_code'))?.[0] ?? '';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name }).waitFor();
const looksRight = async (page: Page) => {
  // After a move without a reload the title follows the page.
  await expect.poll(() => page.title()).not.toBe('');
  expect(await axeFindings(page)).toEqual([]);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(isWide, page.url()).toBe(false);
};

async function register(page: Page, email: string, name = 'Zoe Weber'): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail or phone').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page, 'Make my account');
  await heading(page, 'Check your e-mail');
}
async function confirm(page: Page, email: string): Promise<void> {
  await page.goto(await linkTo(email, 'account_confirm'));
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page, 'Confirm my account');
  await page.waitForURL('**/account');
}
async function signIn(page: Page, login: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail or phone').fill(login);
  await page.getByLabel('Password').fill(password);
  await press(page, 'Sign in');
}
async function keepAddress(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Addresses' }).click();
  await page.getByLabel(/^Name of the address/).fill('Home');
  await page.getByLabel('Street and number').fill('Weserstraße 12');
  await page.getByLabel('Postal code').fill('12047');
  await page.getByLabel('Town').fill('Berlin');
  await press(page, 'Save');
  await page.getByText('The address is saved').waitFor();
}
async function provePhone(page: Page, typed: string, e164: string): Promise<void> {
  await page.getByRole('link', { name: 'Details' }).click();
  await page.getByRole('textbox', { name: 'Phone', exact: true }).fill(typed);
  await press(page, 'Send me a code');
  await page.getByText('We sent a code of 6 digits to').waitFor();
  await page.getByLabel('Code', { exact: true }).fill(await codeTo(e164));
  await press(page, 'Confirm my phone');
  await page.getByText('Your phone is confirmed').waitFor();
}

describe.each([PHONE, DESK])('an account on a page $width wide', (viewport) => {
  const isPhone = viewport === PHONE;
  const email = `zoe.${viewport.width}@example.com`;
  const [typed, e164] = isPhone ? ['0151 23461001', '+4915123461001'] : ['0151 23461002', '+4915123461002'];

  test('is made by a letter, filled in, ordered with, left and opened again', async () => {
    const { page, complaints, close } = await visit(browser, app, { viewport });
    await page.goto('/account');
    await page.waitForURL('**/login');
    await looksRight(page);
    await page.getByRole('link', { name: 'Make an account' }).click();
    await heading(page, 'Make an account');
    await looksRight(page);
    await page.getByLabel('E-mail or phone').fill('zoe');
    await page.getByLabel('Password').fill('short');
    await press(page, 'Make my account');
    await page.getByText('Use at least 8 characters.').waitFor();
    await looksRight(page);
    await register(page, email);
    await looksRight(page);

    await page.goto(await linkTo(email, 'account_confirm'));
    await page.getByLabel('Password').fill('not what I chose');
    await press(page, 'Confirm my account');
    await page.getByText('That did not match').waitFor();
    await looksRight(page);
    await page.getByLabel('Password').fill(PASSWORD);
    await press(page, 'Confirm my account');
    await page.waitForURL('**/account');
    await heading(page, 'No orders yet');
    await looksRight(page);
    await keepAddress(page);
    await looksRight(page);
    await provePhone(page, typed, e164);
    await looksRight(page);

    await addToCart(page);
    await page.getByRole('dialog').waitFor();
    await page.goto('/checkout');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Zoe Weber');
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
    expect((await page.getByLabel('Phone', { exact: true }).inputValue()).replace(/\s/g, '')).toBe(e164);
    await page.getByRole('radio', { name: /^Delivery/ }).check();
    expect(await page.getByLabel('Street and number').inputValue()).toBe('Weserstraße 12');
    await page.getByRole('radio', { name: /^Pick up/ }).check();
    await chooseTime(page);
    await orderButton(page).last().click();
    await page.waitForURL('**/order/**');

    await page.goto('/account');
    await page.getByText(`1 × ${LOAF.name}`).waitFor();
    await looksRight(page);
    await page.getByRole('button', { name: /^Order again/ }).click();
    await page.getByText('Everything is in your cart').waitFor();
    await looksRight(page);
    await page.getByRole('link', { name: 'Go to the cart' }).click();
    await page.getByText(LOAF.name).first().waitFor();

    await page.goto('/account');
    await press(page, 'Sign out');
    await page.getByText('You are signed out').waitFor();
    await signIn(page, typed);
    await page.waitForURL('**/account');
    expect(complaints).toEqual([]);
    await close();
  });

  test('is opened by a code, and by a new password after the old one is forgotten', async () => {
    const { page, complaints, close } = await visit(browser, app, { viewport });
    await page.goto('/login');
    await page.getByText('With a code by text message').click();
    await page.getByLabel('Phone', { exact: true }).fill(typed);
    // The code of the first visit is a minute old at most: another is sent when it is forgotten.
    await inDatabase(app, (sql) => sql`delete from phone_verifications where phone = ${e164}`);
    await press(page, 'Send me a code');
    await page.getByText('We sent a code of 6 digits to').waitFor();
    await looksRight(page);
    await page.getByLabel('Code', { exact: true }).fill(await codeTo(e164));
    await press(page, 'Sign in with this code');
    await page.waitForURL('**/account');
    await press(page, 'Sign out');
    await page.getByText('You are signed out').waitFor();

    await signIn(page, email, 'something else');
    await page.getByText('That did not match').waitFor();
    await looksRight(page);
    await page.getByRole('link', { name: 'Forgotten the password?' }).click();
    await heading(page, 'A new password');
    await page.getByLabel('E-mail').fill(email);
    await looksRight(page);
    await press(page, 'Send me the link');
    await heading(page, 'Check your e-mail');
    const link = await linkTo(email, 'account_reset');
    await page.goto(link);
    await looksRight(page);
    await page.getByLabel('New password').fill('four loaves of rye');
    await press(page, 'Set my new password');
    await page.getByText('Your new password is set').waitFor();
    await signIn(page, email, 'four loaves of rye');
    await page.waitForURL('**/account');
    await page.goto(link);
    await page.getByLabel('New password').fill('five loaves of rye');
    await press(page, 'Set my new password');
    await page.getByText('This link is no longer good').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

test('an account works without script: made, filled in, ordered again, left', async () => {
  const email = 'plain@example.com';
  const { page, close } = await visit(browser, app, { script: false });
  await register(page, email, 'Jo Plain');
  await confirm(page, email);
  await keepAddress(page);
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await page.getByLabel('Town').fill('');
  await press(page, 'Save');
  await page.getByText('Enter the town.').waitFor();
  await page.getByLabel('Town').fill('Potsdam');
  await press(page, 'Save');
  await page.getByText('12047 Potsdam').waitFor();
  await provePhone(page, '0151 23461003', '+4915123461003');

  await addToCart(page);
  await page.waitForURL('**/cart');
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await chooseTime(page);
  await orderButton(page).click();
  await page.waitForURL('**/order/**');
  await leave(app, 'ember-sourdough', 0);
  await page.goto('/account');
  await page.getByRole('button', { name: /^Order again/ }).click();
  await page.getByText('Nothing of it can be had now').waitFor();

  await page.getByRole('link', { name: 'Details' }).click();
  await page.locator('[name="current"]').fill(PASSWORD);
  await page.getByLabel('New password').fill('four loaves of rye');
  await press(page, 'Change my password');
  await page.getByText('Your password is changed').waitFor();
  await press(page, 'Sign out');
  await page.getByText('You are signed out').waitFor();
  await signIn(page, email, 'four loaves of rye');
  await page.waitForURL('**/account');
  await close();
});

test('an account is asked for where orders go with one, and what was in the cart stays', async () => {
  const email = 'wanted@example.com';
  await inDatabase(app, async (sql) => {
    await sql`update settings set value = value || '{"identity":"account_required"}' where key = 'checkout'`;
    await sql`select pg_notify('barrow_expire', 'shop')`;
  });
  await leave(app, 'ember-sourdough', 20);
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK });
  await register(page, email);
  await confirm(page, email);
  await press(page, 'Sign out');
  await page.getByText('You are signed out').waitFor();
  await addToCart(page);
  await page.getByRole('dialog').waitFor();
  await page.goto('/checkout');
  await page.getByText('Please sign in to order').waitFor();
  await looksRight(page);
  await signIn(page, email);
  await page.waitForURL('**/checkout');
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
  expect(complaints).toEqual([]);

  // What was put into the cart here is in it on another device, and on none after signing out.
  const other = await visit(browser, app, { script: false });
  await other.page.goto('/login?next=/cart');
  await signIn(other.page, email);
  await other.page.waitForURL('**/cart');
  await other.page.getByText(LOAF.name).first().waitFor();
  await other.page.goto('/account');
  await press(other.page, 'Sign out');
  await other.page.getByText('You are signed out').waitFor();
  await other.page.goto('/cart');
  expect(await other.page.getByText(LOAF.name).count()).toBe(0);
  await other.close();
  await close();
});

test('pages that everybody shares say nothing of who is signed in', async () => {
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK });
  await register(page, 'shared@example.com', 'Nobody Else');
  await confirm(page, 'shared@example.com');
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Your account' }).waitFor();
  const html = await (await page.request.get('/')).text();
  expect(html).not.toContain('Nobody');
  expect(html).toContain('Sign in');
  expect(complaints).toEqual([]);
  await close();
});
