import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});

const WIDTHS = [
  { name: 'at the desk', viewport: { width: 1280, height: 900 } },
  { name: 'on a phone', viewport: { width: 390, height: 844 } },
];

/** A page that remembers what the browser complained about; refused sign-ins are meant. */
async function openPage(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ viewport, colorScheme, baseURL: app.url });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !url.includes('/api/auth/')) complaints.push(`${message.text()} ${url}`);
  });
  return { context, page, complaints };
}

const status = (page: Page) => page.locator('.page-head .status');
const saysStatus = (page: Page, word: string) => status(page).getByText(word, { exact: true }).waitFor();

describe.each(WIDTHS)('the journey of an order $name', ({ viewport }) => {
  test('is taken by phone, paid, made and handed over; signing out ends the session at once', async () => {
    const { context, page, complaints } = await openPage(viewport);
    await page.goto('/admin/orders');
    await page.waitForURL('**/admin');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByLabel('Username or e-mail').fill(app.admin.username);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('The name or the password is not right.').waitFor();
    await enterDesk(page, app);

    await page.getByRole('link', { name: /New order/ }).click();
    await page.waitForURL('**/admin/orders/new');
    await page.getByRole('button', { name: /Place order/ }).click();
    await page.getByText('Choose at least one product.').waitFor();

    await page.getByRole('button', { name: 'Add a new customer' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Edda Morgen');
    await page.getByLabel('Phone', { exact: true }).fill('+49 30 901820');
    await page.getByRole('combobox', { name: 'Add a product' }).fill('croissant');
    await page
      .getByRole('option', { name: /Croissant/ })
      .first()
      .click();
    await page.getByRole('button', { name: /More: / }).click();
    // A slip of the finger does not cost what was typed.
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      return dialog.dismiss();
    });
    await page.getByRole('main').getByRole('link', { name: 'Orders', exact: true }).click();
    expect(asked).toEqual([expect.stringContaining('not saved')]);
    await page.getByRole('combobox', { name: 'Add a product' }).press('Control+Enter');
    await page.getByText('Choose a time.').waitFor();
    // The next free times are there to be pressed.
    await page.locator('.slot-button[data-refused="false"]').first().click();
    await page.getByRole('button', { name: /Place order, €[1-9]/ }).click();
    await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}$/);
    await saysStatus(page, 'Pending');

    await page.getByRole('button', { name: 'Record payment' }).click();
    const dialog = page.getByRole('dialog', { name: 'Record payment' });
    await dialog.getByLabel('Amount').fill('99999');
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await dialog.getByText('That is more than is still open.').waitFor();
    await dialog.getByLabel('Amount').fill('1,00');
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('Partly paid', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Record payment' }).click();
    await dialog.getByRole('button', { name: 'Record payment' }).click();
    await dialog.waitFor({ state: 'detached' });
    // Gone once the page has its new data: a step taken before that would be one on an older version.
    await page.getByRole('button', { name: 'Record payment' }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await saysStatus(page, 'Confirmed');
    await page.getByText('Jump to').click();
    await page.getByRole('button', { name: 'Ready', exact: true }).click();
    await saysStatus(page, 'Ready');
    await page.getByRole('button', { name: 'Complete', exact: true }).click();
    await saysStatus(page, 'Completed');
    await page
      .locator('.timeline li')
      .first()
      .getByText(/, admin$/)
      .waitFor();

    const before = await context.cookies();
    const order = page.url();
    await page.getByRole('link', { name: 'Packing slip' }).click();
    await page.getByRole('article', { name: 'Packing slip' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.desk-nav', '.desk-top', '.desk-tabs', '.page-head']) {
      expect(await page.locator(hidden).first().isVisible()).toBe(false);
    }
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();

    // The cookie as it was before: somebody may have copied it.
    const copied = await browser.newContext({ baseURL: app.url });
    await copied.addCookies(before);
    const other = await copied.newPage();
    await other.goto(order);
    await other.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(new URL(other.url()).pathname).toBe('/admin');
    const api = await copied.request.get('/api/admin/orders');
    expect(api.status()).toBe(401);
    await copied.close();
  });
});

test('two people move the same order: the second is told and shown the newest', async () => {
  const { context, page } = await openPage({ width: 1280, height: 900 });
  await enterDesk(page, app);
  await page.goto('/admin/orders?status=pending');
  await page.locator('.row-link').first().click();
  await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}$/);
  const second = await context.newPage();
  await second.goto(page.url());
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await saysStatus(page, 'Confirmed');
  await second.getByRole('button', { name: 'Confirm', exact: true }).click();
  await second.getByText('Somebody changed this in the meantime.').waitFor();
  await second.getByRole('button', { name: 'Show the newest version' }).click();
  await saysStatus(second, 'Confirmed');
  await context.close();
});

test('the list is driven by keyboard and its state is the address', async () => {
  const { context, page } = await openPage({ width: 1280, height: 900 });
  await enterDesk(page, app);
  await page.goto('/admin/orders?status=ordered');
  const phone = (await page.locator('tbody tr').first().locator('td').nth(3).locator('.sub').textContent()) ?? '';
  await page.goto('/admin/dashboard');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const search = page.getByRole('combobox', { name: 'Search orders, customers and products' });
  // The keys are there once the page is alive.
  await expect
    .poll(
      async () => {
        if (!(await search.isVisible())) await page.keyboard.press('/');
        return search.isVisible();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe(true);
  // As callers say it.
  const digits = phone.replace(/\D/g, '').slice(-6);
  await search.fill(digits);
  await page.getByRole('option', { name: `All orders with “${digits}”` }).click();
  await page.waitForURL(/[?&]q=/);
  await page.getByRole('combobox', { name: 'Status' }).selectOption('ordered');
  await page.waitForURL(/status=ordered/);
  expect(new URL(page.url()).searchParams.get('q')).toBe(digits);
  await page.getByRole('link', { name: 'Total' }).click();
  await page.waitForURL(/sort=-total/);
  await page.reload();
  expect(await page.getByRole('combobox', { name: 'Status' }).inputValue()).toBe('ordered');
  await page.locator('.row-link').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/admin\/orders\/[0-9a-f-]{36}$/);
  await page.keyboard.press('n');
  await page.waitForURL('**/admin/orders/new');
  await context.close();
});

const axeResult = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

test.each(['light', 'dark'] as const)('axe finds nothing on the pages of the desk, %s', async (scheme) => {
  const script = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { context, page } = await openPage({ width: 1280, height: 900 }, scheme);
  const found: string[] = [];
  async function look(path: string): Promise<void> {
    await page.goto(path);
    await page.evaluate(script);
    const result = axeResult.parse(await page.evaluate('axe.run()'));
    for (const { id, nodes } of result.violations) found.push(`${path}: ${id} ${nodes[0]?.html ?? ''}`);
  }
  await look('/admin');
  await enterDesk(page, app);
  await page.goto('/admin/orders');
  const order = await page.locator('.row-link').first().getAttribute('href');
  for (const path of ['dashboard', 'orders', 'orders/new', 'settings']) await look(`/admin/${path}`);
  await look(`${order}`);
  await look(`${order}/slip`);
  await look(`${order}/slip?kind=gift`);
  expect(found).toEqual([]);
  await context.close();
});
