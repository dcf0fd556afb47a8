import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings, DESK, PHONE } from './customer-steps.ts';
import { sayPassword } from './desk-steps.ts';

let app: App;
let browser: Browser;
const complaints: string[] = [];

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

const FIRST = 'correct horse battery';
const SECOND = 'staple correct battery';

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/admin');
  await sayPassword(page, { username, password });
}

async function openDesk(username: string, password: string, viewport = DESK): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.url, viewport });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await signIn(page, username, password);
  await page.waitForURL('**/admin/dashboard');
  return page;
}

test('a colleague is let in, takes a password of their own, and is locked out at once', async () => {
  const admin = await openDesk(app.admin.username, app.admin.password);
  await admin.goto('/admin/settings');
  await admin.getByRole('link', { name: 'Colleagues' }).click();
  await admin.getByRole('button', { name: 'Add colleague' }).click();
  const dialog = admin.getByRole('dialog', { name: 'New colleague' });
  await dialog.getByLabel('Name').fill('Petra Holm');
  await dialog.getByLabel('Signs in as').fill('admin');
  await dialog.getByLabel('Password').fill('short');
  await dialog.getByRole('button', { name: 'Add colleague' }).click();
  await dialog.getByText('Use at least 8 characters.').waitFor();
  await dialog.getByLabel('Password').fill(FIRST);
  await dialog.getByRole('button', { name: 'Add colleague' }).click();
  await dialog.getByText('Somebody else signs in with this name.').waitFor();
  expect(await dialog.getByLabel('Name').inputValue()).toBe('Petra Holm');
  expect(await axeFindings(admin)).toEqual([]);
  await dialog.getByLabel('Signs in as').fill('petra');
  await dialog.getByRole('button', { name: 'Add colleague' }).click();
  await admin.getByText('Petra Holm can sign in.').waitFor();

  const petra = await openDesk('petra', FIRST, PHONE);
  await petra.getByRole('button', { name: 'More' }).click();
  const more = petra.getByRole('dialog');
  expect(await more.getByRole('link', { name: 'Settings' }).count()).toBe(0);
  await more.getByRole('link', { name: 'Petra Holm, staff' }).click();
  await petra.getByLabel('Password now').fill('wrong');
  await petra.getByLabel('New password').fill(SECOND);
  await petra.getByRole('button', { name: 'Change password' }).click();
  await petra.getByText('This is not your present password.').waitFor();
  await petra.getByLabel('Password now').fill(FIRST);
  await petra.getByRole('button', { name: 'Change password' }).click();
  await petra.getByText('Your password is changed.').waitFor();
  expect(await petra.getByLabel('New password').inputValue()).toBe('');
  expect(await axeFindings(petra)).toEqual([]);
  for (const path of ['/admin/settings/users', '/admin/audit']) {
    expect((await petra.goto(path))?.status(), path).toBe(404);
  }

  await admin.getByRole('button', { name: 'Lock out Petra Holm' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Lock out' }).click();
  await admin.getByText('Petra Holm is locked out.').waitFor();
  await petra.goto('/admin/orders');
  await petra.getByRole('button', { name: 'Sign in' }).waitFor();
  await admin.getByRole('button', { name: 'Let in again: Petra Holm' }).click();
  await admin.getByText('Petra Holm can sign in again.').waitFor();
  await signIn(petra, 'petra', SECOND);
  await petra.waitForURL('**/admin/dashboard');

  // The last admin cannot take their own keys away.
  await admin
    .getByRole('button', { name: /^Edit / })
    .first()
    .waitFor();
  await admin
    .getByRole('row', { name: /\(you\)/ })
    .getByRole('button', { name: /^Edit / })
    .click();
  const own = admin.getByRole('dialog');
  await own.getByLabel('May').selectOption('staff');
  await own.getByRole('button', { name: 'Save' }).click();
  await own.getByText('One active admin must remain').waitFor();
  await own.getByRole('button', { name: 'Go back' }).click();

  await admin.goto('/admin/audit');
  await admin.getByLabel('What').selectOption('user');
  await admin.waitForURL('**/admin/audit?entity=user');
  await admin.getByText('Login: created').waitFor();
  await admin.getByText('is active: true → false').waitFor();
  expect(complaints).toEqual([]);
});

test.each([
  ['light', PHONE],
  ['dark', PHONE],
  ['light', DESK],
  ['dark', DESK],
] as const)('in %s, nothing for axe to find and nothing wider than the screen', async (colorScheme, viewport) => {
  const page = await openDesk(app.admin.username, app.admin.password, viewport);
  await page.emulateMedia({ colorScheme });
  for (const path of ['/admin/settings/users', '/admin/account', '/admin/audit']) {
    await page.goto(path);
    expect(await axeFindings(page), path).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, path).toBeLessThanOrEqual(0);
  }
});
