import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { eq } from 'drizzle-orm';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '#db/client';
import { ALLERGENS } from '#db/enums';
import { orders } from '#db/schema/orders';
import { makeDayOrder, makePlace, makeZone } from '#tests/factories/day';
import { type App, startApp } from '#tests/support/app';
import { launchBrowser } from '#tests/support/browser';
import { readPdf } from '#tests/support/pdf';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;
let shop: Database;
let context: BrowserContext;
let page: Page;
let hall: string;
let zone: string;
let complaints: string[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), launchBrowser()]);
  shop = openDatabase({ url: app.databaseUrl, max: 2, prepare: true });
  hall = await makePlace('Test hall', shop.db);
  zone = await makeZone(hall, 'Test zone', shop.db);
});
afterAll(async () => {
  await browser?.close();
  await shop?.close();
  await app?.stop();
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

let week = 0;

/** A Saturday of its own for each test, with slots at eight and at ten in Berlin, in winter. */
function newDay() {
  week += 1;
  const day = new Date(Date.UTC(2031, 0, 4 + 7 * week)).toISOString().slice(0, 10);
  const slot = (hour: string, end: string): [string, string] => [`${day}T${hour}:00:00Z`, `${day}T${end}:00:00Z`];
  return { day, eight: slot('07', '08'), ten: slot('09', '10') };
}

const loaf = { productName: 'Test loaf', variantTitle: '1 kg', unitPriceMinor: 620, allergens: ['gluten' as const] };
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
    await page.getByText('Nothing to pack on this day.').waitFor();
    expect((await page.goto('/admin/day/2031-02-30'))?.status()).toBe(404);
    await page.goto('/admin/dashboard');
    await page.getByRole('link', { name: 'Today’s sheet' }).click();
    await page.waitForURL(/\/admin\/day\/\d{4}-\d\d-\d\d$/);
  });
});

/** The page as its printer gets it. */
async function print(path: string) {
  await page.goto(path);
  // The strip on a roll is as long as what the script has measured.
  if (/mm/.test(path)) await page.locator('.roll[style], .stickers').first().waitFor();
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

const dense = (text: string) => text.replace(/\s/g, '');
const gift = {
  recipient_name: 'Ilse Brandt',
  recipient_phone: '+493012345',
  card_text: 'Alles Liebe, Ilse!',
  hide_prices: true,
};

describe('on paper', () => {
  async function aDay() {
    const { day, eight, ten } = newDay();
    const delivery = {
      deliveryType: 'delivery' as const,
      zoneId: zone,
      deliveryAddress: { street: 'Am Kanal 7', city: 'Berlin', postal_code: '10999', notes: 'Ring twice' },
    };
    const fetched = await makeDayOrder({ slot: eight, locationId: hall, items: [{ ...loaf, quantity: 2 }] }, shop.db);
    const brought = await makeDayOrder(
      { slot: ten, locationId: hall, customerName: 'Secret Giver', gift, ...delivery, items: [loaf] },
      shop.db,
    );
    return { day, fetched, brought };
  }

  test('the sheet has every part on its own page, and nothing of the desk', async () => {
    const { day, fetched, brought } = await aDay();
    const { pages, text } = await print(`/admin/day/${day}`);
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toContainEqual([210, 297]);
    const starts = pages.map((one) => ['Make', 'Pack', 'Handover', 'Deliver'].find((name) => one.text.includes(name)));
    expect(starts).toEqual(expect.arrayContaining(['Make', 'Pack', 'Handover', 'Deliver']));
    const expected = ['Test loaf, 1 kg', 'Contains gluten', 'tocollect€12.40', 'Am Kanal 7', '10999', 'Ring twice'];
    // In groups, to be dialed by hand; what a finger calls is the number as it is.
    expect(await page.locator('.paper-phone').allTextContents()).toContain('+49 30 12345');
    const call = page.locator('a.day-phone[href="tel:+493012345"]').first();
    expect(await call.textContent()).toContain('+49 30 12345');
    for (const words of [...expected, 'Gift for Ilse Brandt', 'Alles Liebe, Ilse!', fetched.number, brought.number]) {
      expect(text, words).toContain(dense(words));
    }
    for (const words of ['Dashboard', 'Sign out', 'Handed over', 'Paid cash']) expect(text).not.toContain(dense(words));
  });

  test('a time that goes on in the next column or on the next page says so there again', async () => {
    const { day, eight, ten } = newDay();
    const slots = [...Array.from({ length: 40 }, () => eight), ...Array.from({ length: 4 }, () => ten)];
    const numbers: string[] = [];
    for (const slot of slots) {
      const { number } = await makeDayOrder(
        { slot, locationId: hall, items: [loaf, { ...loaf, note: 'Cut' }] },
        shop.db,
      );
      numbers.push(number);
    }
    for (const part of ['pack', 'hand-over']) {
      const { pages, text } = await print(`/admin/day/${day}?part=${part}`);
      expect(pages.length, part).toBeGreaterThan(1);
      for (const number of numbers) expect(text.split(number), number).toHaveLength(2);
      for (const { text: words } of pages) {
        for (const [time, from, to] of [
          ['08:00', 0, 40],
          ['10:00', 40, 44],
        ] as const) {
          const isOn = numbers.slice(from, to).some((number) => words.includes(number));
          expect(words.includes(`${time}–`), `${part}, ${time}`).toBe(isOn);
        }
      }
    }
  });

  test.each(['80mm', '72mm'])('a roll of %s is one strip, as long as what is on it', async (paper) => {
    const { day, fetched, brought } = await aDay();
    const { pages, text } = await print(`/admin/day/${day}?paper=${paper}&location=${hall}`);
    expect(pages).toHaveLength(1);
    expect(Math.round(pages[0]?.width ?? 0)).toBe(Number.parseInt(paper, 10));
    expect(pages[0]?.height).toBeGreaterThan(100);
    for (const words of [fetched.number, brought.number, 'Ring twice', 'Alles Liebe, Ilse!']) {
      expect(text).toContain(dense(words));
    }
    const make = await print(`/admin/day/${day}?paper=${paper}&location=${hall}&part=make`);
    expect(make.pages[0]?.height).toBeLessThan(pages[0]?.height ?? 0);
    expect(make.text).not.toContain(fetched.number);
  });

  test.each(['', '&paper=80mm'])('a gift slip has no price and no giver %s', async (paper) => {
    const { day, brought } = await aDay();
    for (const path of [
      `/admin/day/${day}/slips?kind=gift${paper}`,
      `/admin/orders/${brought.id}/slip?kind=gift${paper}`,
    ]) {
      const { pages, text } = await print(path);
      expect(pages).toHaveLength(1);
      for (const words of ['Ilse Brandt', 'Alles Liebe, Ilse!', 'Test loaf', brought.number]) {
        expect(text).toContain(dense(words));
      }
      for (const words of ['€', '6.20', 'SecretGiver', 'Total', 'tocollect']) expect(text).not.toContain(words);
    }
    const packing = await print(`/admin/orders/${brought.id}/slip?x=1${paper}`);
    for (const words of ['€6.20', 'the gift travels without prices', 'Secret Giver']) {
      expect(packing.text).toContain(dense(words));
    }
  });

  test('labels name the allergens in words, all of them, on a sheet and on a roll', async () => {
    const { day, eight } = newDay();
    const long = {
      ...loaf,
      productName: 'Celebration cake of many layers '.repeat(5).trim(),
      allergens: [...ALLERGENS],
    };
    await makeDayOrder(
      { slot: eight, locationId: hall, items: [{ ...long, quantity: 3, note: 'Name on top' }, loaf] },
      shop.db,
    );
    for (const [paper, width, count] of [
      ['sheet', 210, 1],
      ['62mm', 62, 4],
    ] as const) {
      const { pages, text } = await print(`/admin/day/${day}/slips?kind=labels&each=piece&paper=${paper}`);
      expect(pages).toHaveLength(count);
      expect(Math.round(pages[0]?.width ?? 0)).toBe(width);
      for (const words of ['Contains: gluten, crustaceans, eggs', 'sulphites, lupin, molluscs', '€']) {
        expect(text.includes(dense(words)), words).toBe(words !== '€');
      }
      const cut = await page
        .locator('.sticker')
        .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight).length);
      expect(cut, paper).toBe(0);
    }
  });
});

const axeResult = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
  const { day, eight, ten } = newDay();
  await makeDayOrder(
    { slot: eight, locationId: hall, items: [{ ...loaf, note: 'Cut' }], overrideReason: 'Regular' },
    shop.db,
  );
  const brought = { deliveryType: 'delivery' as const, deliveryAddress: { street: 'Weg 1', city: 'Berlin' } };
  const { id } = await makeDayOrder({ slot: ten, locationId: hall, gift, ...brought, items: [loaf] }, shop.db);
  await page.emulateMedia({ colorScheme });
  const script = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const found: string[] = [];
  const paths = [`day/${day}`, `day/${day}?paper=a4`, `day/${day}?paper=80mm`, `day/${day}/slips?kind=labels`];
  for (const path of [...paths, `day/${day}/slips?kind=gift&paper=80mm`, `orders/${id}/slip`]) {
    await page.goto(`/admin/${path}`);
    await page.evaluate(script);
    const result = axeResult.parse(await page.evaluate('axe.run()'));
    for (const { id: rule, nodes } of result.violations) found.push(`${path}: ${rule} ${nodes[0]?.html ?? ''}`);
  }
  expect(found).toEqual([]);
});
