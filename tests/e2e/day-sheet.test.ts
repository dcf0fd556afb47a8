import { eq } from 'drizzle-orm';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client';
import { orders } from '#db/schema/orders';
import { makeDayOrder, makePlace } from '#tests/factories/day';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { loaf, weeks } from './day-steps.ts';
import { enterDesk } from './desk-steps.ts';

const newDay = weeks();
let app: App;
let browser: Browser;
let shop: Database;
let context: BrowserContext;
let page: Page;
let hall: string;
let complaints: string[];

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  shop = openDatabase({ url: app.databaseUrl, max: 2, prepare: true });
  hall = await makePlace('Test hall', shop.db);
});
afterAll(async () => {
  await shop?.close();
});
beforeEach(async () => {
  await context?.close();
  ({ context, page } = await openDesk());
});

async function openDesk(viewport = { width: 1280, height: 900 }) {
  const opened = await browser.newContext({ baseURL: app.url, viewport });
  const first = await opened.newPage();
  complaints = [];
  first.on('pageerror', (error) => complaints.push(error.message));
  await enterDesk(first, app);
  return { context: opened, page: first };
}

const statusOf = async (id: string) =>
  (
    await shop.db.select({ status: orders.status, payment: orders.paymentStatus }).from(orders).where(eq(orders.id, id))
  )[0];
const box = (step: 'Packed' | 'Handed over' | 'Delivered', number: string) =>
  page.getByRole('checkbox', { name: `${step}, ${number}` });
const settled = (step: 'Packed' | 'Handed over' | 'Delivered', number: string) =>
  page.locator('label[data-busy=false]', { has: box(step, number) }).waitFor();
const part = (name: string) => page.getByRole('region', { name, exact: true });

describe('working through a day', () => {
  test('packs, takes the money, hands over, and takes it back', async () => {
    const { day, eight, ten } = newDay();
    const paid = { paymentStatus: 'paid' as const, paidMinor: 620 };
    const a = await makeDayOrder(
      { slot: eight, locationId: hall, items: [{ ...loaf, quantity: 2, note: 'Cut' }] },
      shop.db,
    );
    const b = await makeDayOrder({ slot: ten, locationId: hall, items: [loaf], ...paid }, shop.db);
    await page.goto(`/admin/day/${day}`);
    expect(await part('Make').locator('.day-total').allTextContents()).toEqual(['3']);
    await part('Make').getByText('2 × “Cut”').waitFor();

    await box('Packed', a.number).check();
    await settled('Packed', a.number);
    expect(await statusOf(a.id)).toEqual({ status: 'ready', payment: 'unpaid' });
    await part('Make').getByText('1 to go').waitFor();

    // The next one by keyboard.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await settled('Packed', b.number);
    expect(await statusOf(b.id)).toEqual({ status: 'ready', payment: 'paid' });
    await part('Pack').getByText('2 of 2 orders packed').waitFor();

    await page.getByRole('button', { name: `Paid cash €12.40, ${a.number}` }).click();
    await page.getByText(`Paid cash €12.40 for ${a.number}.`).waitFor();
    await box('Handed over', a.number).check();
    await settled('Handed over', a.number);
    expect(await statusOf(a.id)).toEqual({ status: 'completed', payment: 'paid' });

    // What is handed over stays packed until that is taken back.
    await box('Packed', a.number).click();
    await page.getByText('It is handed over already. Take that back first.').first().waitFor();
    expect(await box('Packed', a.number).isChecked()).toBe(true);
    await box('Handed over', a.number).uncheck();
    await settled('Handed over', a.number);
    await box('Packed', a.number).uncheck();
    await settled('Packed', a.number);
    expect(await statusOf(a.id)).toEqual({ status: 'processing', payment: 'paid' });

    await page.reload();
    expect(await box('Packed', a.number).isChecked()).toBe(false);
    expect(await box('Packed', b.number).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('a tick that is refused comes back with words, and what is new is said without a reload', async () => {
    const { day, eight } = newDay();
    const gone = await makeDayOrder({ slot: eight, locationId: hall, items: [loaf] }, shop.db);
    const stays = await makeDayOrder({ slot: eight, locationId: hall, items: [loaf] }, shop.db);
    await page.goto(`/admin/day/${day}?part=pack`);
    await box('Packed', gone.number).waitFor();
    await shop.db.update(orders).set({ status: 'cancelled', version: 2 }).where(eq(orders.id, gone.id));
    await box('Packed', gone.number).click();
    await page.getByText('Not moved: it was cancelled in the meantime.').waitFor();
    // Read again it is off the sheet, and the reader is told.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText(`Cancelled, or moved to another day: ${gone.number}`).waitFor();
    await page.getByRole('button', { name: 'Seen' }).click();

    const came = await makeDayOrder({ slot: eight, locationId: hall, items: [loaf] }, shop.db);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText('1 new order').waitFor();
    await page
      .getByRole('paragraph')
      .filter({ hasText: new RegExp(`^${came.number}$`) })
      .waitFor();
    await box('Packed', came.number).waitFor();

    // Several at once.
    await page.getByRole('button', { name: 'All packed (2)' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'All packed' }).click();
    await page.getByText('2 orders packed.').waitFor();
    expect([await statusOf(stays.id), await statusOf(came.id)].map((order) => order?.status)).toEqual([
      'ready',
      'ready',
    ]);
    expect(complaints).toEqual([]);
  });

  test('a shop that does not answer is told, and nothing is lost', async () => {
    const { day, eight } = newDay();
    const order = await makeDayOrder({ slot: eight, locationId: hall, items: [loaf] }, shop.db);
    await page.goto(`/admin/day/${day}`);
    await box('Packed', order.number).waitFor();
    await context.setOffline(true);
    await box('Packed', order.number).click();
    await page.getByText('The shop did not answer.').first().waitFor();
    await page.getByText('The shop does not answer.').waitFor();
    expect(await box('Packed', order.number).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The shop does not answer.').waitFor();
    // The browser itself says when it is back.
    await context.setOffline(false);
    await page.getByText('The shop does not answer.').waitFor({ state: 'detached' });
    await box('Packed', order.number).check();
    await settled('Packed', order.number);
    expect((await statusOf(order.id))?.status).toBe('ready');
  });

  test('goes from day to day, by a list and by an address', async () => {
    const { day, eight } = newDay();
    await makeDayOrder({ slot: eight, locationId: hall, items: [loaf] }, shop.db);
    const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/admin/day?date=${before}`);
    await page.waitForURL(`**/admin/day/${before}`);
    await page.getByText('Days', { exact: true }).click();
    await page
      .getByRole('link', { name: /1 order, 1 open/ })
      .and(page.locator(`[href$="${day}"]`))
      .click();
    await page.waitForURL(`**/admin/day/${day}`);
    await page.getByRole('link', { name: /^Day before/ }).click();
    await page.waitForURL(`**/admin/day/${before}`);
    await page.getByText('Nothing is ordered for this day').waitFor();
    expect((await page.goto('/admin/day/2031-02-30'))?.status()).toBe(404);
    await page.goto('/admin/dashboard');
    await page.getByRole('link', { name: 'Today’s sheet' }).click();
    await page.waitForURL(/\/admin\/day\/\d{4}-\d\d-\d\d$/);
  });
});
