import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { codeAt } from '#tests/support/totp';
import { axeFindings, DESK, PHONE, visit } from './customer-steps.ts';
import { sayPassword as typePassword } from './desk-steps.ts';

let app: App;
let browser: Browser;
const complaints: string[] = [];

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

const PASSWORD = 'correct horse battery';
let people = 0;

/** Somebody new at the desk. */
async function newColleague(): Promise<string> {
  people += 1;
  const username = `petra-${people}`;
  const desk = await openDesk(app);
  await desk.send('POST', '/users', { name: 'Petra Holm', username, role: 'staff', password: PASSWORD });
  return username;
}

async function openPage(viewport = DESK, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.url, viewport, colorScheme });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

const sayPassword = (page: Page, username: string) => typePassword(page, { username, password: PASSWORD });

async function sayCode(page: Page, code: string, label = 'Code'): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** From the button on; answers the secret, the recovery codes, and codes of the app of which none was used yet. */
async function setUp(page: Page) {
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set it up' }).click();
  const shown = page.locator('.secret code');
  await shown.waitFor();
  const secret = ((await shown.textContent()) ?? '').replaceAll(/\s/g, '');
  const now = new Date();
  await page.getByLabel('Code', { exact: true }).fill('000000');
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await page.getByText('This code is not right').waitFor();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wider).toBeLessThanOrEqual(0);
  await page.getByLabel('Code', { exact: true }).fill(codeAt(secret, now));
  await page.getByRole('button', { name: 'Switch it on' }).click();
  await page.getByText('Keep these now').waitFor();
  const codes = await page.locator('.recovery-codes code').allInnerTexts();
  // The step that confirmed it is used up, and each is taken once: the next one is good already.
  return { codes, next: codeAt(secret, now, 1) };
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByLabel('Username or e-mail').waitFor();
}

test('is set up, asked for at sign-in, and gone around by a recovery code, once', async () => {
  const username = await newColleague();
  const page = await openPage();
  await page.goto('/admin');
  await sayPassword(page, username);
  await page.waitForURL('**/admin/dashboard');
  await page.goto('/admin/account');
  await page.getByRole('button', { name: 'Set up a second step' }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel('Your password').fill('wrong');
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.getByText('This is not your present password.').waitFor();
  const { codes, next } = await setUp(page);
  expect(new Set(codes).size).toBe(10);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes left').waitFor();
  expect(await page.content()).not.toContain(codes[0]);
  await signOut(page);

  await sayPassword(page, username);
  await page.getByLabel('Code', { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.content()).not.toContain(PASSWORD);
  expect(await page.getByText('This is a demo shop').count()).toBe(0);
  // A reload asks for the code and not for the password again.
  await page.reload();
  await sayCode(page, '000000');
  await page.getByText('This code is not right').waitFor();
  await sayCode(page, next);
  await page.waitForURL('**/admin/dashboard');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await signOut(page);

  await sayPassword(page, username);
  await page.getByRole('link', { name: 'Sign in as somebody else' }).click();
  expect(await page.getByLabel('Username or e-mail').inputValue()).toBe(username);
  await sayPassword(page, username);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await sayCode(page, codes[0] ?? '', 'Recovery code');
  await page.waitForURL('**/admin/dashboard');
  await page.goto('/admin/account');
  await page.getByText('9 recovery codes left').waitFor();

  await page.getByRole('button', { name: 'New recovery codes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Your password').fill(PASSWORD);
  await dialog.getByLabel('Code', { exact: true }).fill(codes[0] ?? '');
  await dialog.getByRole('button', { name: 'Make new codes' }).click();
  await dialog.getByText('This code is not right').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByLabel('Code', { exact: true }).fill(codes[1] ?? '');
  await dialog.getByRole('button', { name: 'Make new codes' }).click();
  await page.getByText('Keep these now').waitFor();
  const [fresh = ''] = await page.locator('.recovery-codes code').allInnerTexts();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes left').waitFor();

  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByRole('dialog').getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('dialog').getByLabel('Code', { exact: true }).fill(fresh);
  await page.getByRole('dialog').getByRole('button', { name: 'Switch it off' }).click();
  await page.getByRole('button', { name: 'Set up a second step' }).waitFor();
  await page.context().close();
  expect(complaints).toEqual([]);
});

test('works without script, and an admin resets it', async () => {
  const username = await newColleague();
  const page = await openPage();
  await page.goto('/admin');
  await sayPassword(page, username);
  await page.waitForURL('**/admin/dashboard');
  await page.goto('/admin/account');
  await page.getByRole('button', { name: 'Set up a second step' }).click();
  const { next } = await setUp(page);
  await page.context().close();

  const { page: plain, close } = await visit(browser, app, { script: false });
  await plain.goto('/admin?next=/admin/orders');
  await plain.getByLabel('Username or e-mail').fill(username);
  await plain.getByLabel('Password', { exact: true }).fill('wrong');
  await plain.getByRole('button', { name: 'Sign in', exact: true }).click();
  await plain.getByText('The name or the password is not right.').waitFor();
  expect(await plain.getByLabel('Username or e-mail').inputValue()).toBe(username);
  await sayPassword(plain, username);
  await plain.getByLabel('Code', { exact: true }).waitFor();
  expect(await plain.content()).not.toContain(PASSWORD);
  await sayCode(plain, '000000');
  await plain.getByText('This code is not right').waitFor();
  await sayCode(plain, next);
  await plain.waitForURL('**/admin/orders');
  await close();

  const admin = await openPage(PHONE);
  await admin.goto('/admin');
  await admin.getByLabel('Username or e-mail').fill(app.admin.username);
  await admin.getByLabel('Password', { exact: true }).fill(app.admin.password);
  await admin.getByRole('button', { name: 'Sign in', exact: true }).click();
  await admin.waitForURL('**/admin/dashboard');
  await admin.goto('/admin/settings/users');
  await admin.getByRole('button', { name: 'Reset the second step of Petra Holm' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await admin.getByText('Petra Holm signs in with the password alone now.').waitFor();
  await admin.context().close();
  expect(complaints).toEqual([]);
});

// The last one: whoever has none is shut out from here on, the first admin too.
test('a shop that asks for it opens nothing before it is set up', async () => {
  const people = await Promise.all(
    (
      [
        ['light', PHONE],
        ['dark', DESK],
      ] as const
    ).map(async ([colorScheme, viewport]) => ({
      username: await newColleague(),
      page: await openPage(viewport, colorScheme),
    })),
  );
  for (const { page, username } of people) {
    await page.goto('/admin');
    await sayPassword(page, username);
    await page.waitForURL('**/admin/dashboard');
  }
  const desk = await openDesk(app);
  await desk.send('PUT', '/settings/security', { staff_second_factor: true });
  for (const { page } of people) {
    for (const path of ['/admin', '/admin/orders', '/admin/account']) {
      await page.goto(path);
      await page.getByRole('heading', { name: 'One more thing, Petra Holm' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/admin/second-step');
    }
    expect(await axeFindings(page)).toEqual([]);
    await setUp(page);
    expect(await axeFindings(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'I have kept them, open the desk' }).click();
    await page.waitForURL('**/admin/dashboard');
    await page.goto('/admin/account');
    await page.getByText('10 recovery codes left').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  }
  expect(complaints).toEqual([]);
});
