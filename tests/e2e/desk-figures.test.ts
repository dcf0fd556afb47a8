import type { Browser, BrowserContext, Page } from 'playwright-core';
import postgres from 'postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings } from './customer-steps.ts';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: app.url });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await enterDesk(page, app);
});

const panel = (name: string) => page.getByRole('region', { name, exact: true }).and(page.locator('.figures'));
const drawing = (name: string) => panel(name).getByRole('application');
/** Cells of a panel's table, row by row, as they are read. */
const cellsOf = (name: string) =>
  panel(name)
    .locator('.table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));

describe('the figures', () => {
  test('are in tabs and ranges that stand in the address and go along', async () => {
    await page.getByRole('link', { name: 'Analytics' }).click();
    await page.getByRole('heading', { name: 'Analytics', level: 1 }).waitFor();
    await panel('Sales over time').waitFor();
    await page.getByRole('link', { name: '90 days' }).click();
    await page.waitForURL(/range=90d/);
    await page.getByRole('columnheader', { name: 'Week' }).waitFor();
    await page.getByRole('navigation', { name: 'Figures' }).getByRole('link', { name: 'Products' }).click();
    await page.waitForURL(/range=90d&view=products/);
    await panel('By category').waitFor();
    await page.getByRole('navigation', { name: 'Figures' }).getByRole('link', { name: 'Customers' }).click();
    await panel('Top customers').waitFor();
    await page.getByRole('navigation', { name: 'Figures' }).getByRole('link', { name: 'Slots' }).click();
    await panel('Busiest slots').waitFor();
    expect(new URL(page.url()).searchParams.get('range')).toBe('90d');
    await page.goBack();
    await panel('Top customers').waitFor();
  });

  test('take days of one’s own, and say what is wrong with others', async () => {
    await page.goto('/admin/analytics?view=sales');
    const own = page.getByRole('form', { name: 'Days of your own' });
    await own.getByLabel('First day').fill('2026-01-01');
    await own.getByLabel('Last day').fill('2026-01-03');
    await own.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/from=2026-01-01&to=2026-01-03/);
    await page.getByText('beside 29', { exact: false }).waitFor();
    expect(await cellsOf('Sales over time')).toHaveLength(3);
    await page.goto('/admin/analytics?range=custom&from=2026-02-01&to=2026-01-03');
    await page.getByText('The last day comes before the first.').waitFor();
    await panel('Sales over time').waitFor();
  });

  test('are drawn as their table says, bar by bar, by the arrow keys', async () => {
    await page.goto('/admin/analytics?view=sales&range=7d');
    await drawing('Sales over time').waitFor();
    const rows = await cellsOf('Sales over time');
    expect(rows).toHaveLength(7);
    await drawing('Sales over time').focus();
    const told = panel('Sales over time').getByRole('status');
    for (const [at, [day = '', , ordered = '']] of rows.entries()) {
      // The first bar is shown as soon as the drawing is reached.
      if (at > 0) await page.keyboard.press('ArrowRight');
      await told.getByText(day, { exact: true }).waitFor();
      expect(await told.locator('[data-figure="now"]').textContent()).toBe(ordered);
    }
  });

  test('lie where names are long, and are walked through in the same way', async () => {
    await page.goto('/admin/analytics?view=products&range=90d');
    await drawing('Products').waitFor();
    const [first, second] = await cellsOf('Products');
    await drawing('Products').focus();
    const told = panel('Products').getByRole('status');
    await told.getByText(first?.[0] ?? '', { exact: true }).waitFor();
    expect(await told.locator('[data-figure="sold"]').textContent()).toBe(first?.[3]);
    await page.keyboard.press('ArrowDown');
    await told.getByText(second?.[0] ?? '', { exact: true }).waitFor();
    expect(await told.locator('[data-figure="sold"]').textContent()).toBe(second?.[3]);
  });

  test('can be taken along for the same days', async () => {
    await page.goto('/admin/analytics?view=sales&range=7d');
    const link = page.getByRole('link', { name: 'Export Sales over time as CSV' });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toContain('text/csv');
    const lines = (await answer.text()).trimEnd().split('\r\n');
    const rows = await cellsOf('Sales over time');
    expect(lines.slice(1).map((line) => line.split(',')[2])).toEqual(rows.map(([, orders]) => orders));
  });

  test('are plain to everybody, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [view, drawn] of [
        ['sales', 'Sales over time'],
        ['products', 'Products'],
        ['customers', 'New and returning customers'],
        ['slots', 'Booked and capacity'],
      ] as const) {
        await page.goto(`/admin/analytics?view=${view}&range=30d`);
        await drawing(drawn).waitFor();
        expect(await axeFindings(page), `${view}, ${colorScheme}`).toEqual([]);
      }
    }
    await page.emulateMedia({ colorScheme: null });
    expect(complaints).toEqual([]);
  });
});

describe('the dashboard', () => {
  test('tells an admin of a webhook that was switched off', async () => {
    const books = postgres(app.databaseUrl, { max: 1 });
    await books`
      insert into webhook_endpoints (id, url, secret, events, is_active, disabled_at, disabled_reason)
      values (gen_random_uuid(), 'https://books.example.com/hook', 'x', '{order.placed}', false, now(), 'failing')`;
    await books.end();
    await page.goto('/admin/dashboard');
    await page.getByText('A webhook was switched off').waitFor();
    await page.getByRole('link', { name: 'See what was not delivered' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
