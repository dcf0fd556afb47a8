import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client';
import { ALLERGENS } from '#db/enums';
import { makeDayOrder, makePlace, makeZone } from '#tests/factories/day';
import type { App } from '#tests/support/app';
import { readPdf } from '#tests/support/pdf';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings } from './customer-steps.ts';
import { loaf, weeks } from './day-steps.ts';
import { signIn } from './desk-steps.ts';

const newDay = weeks();
let app: App;
let browser: Browser;
let shop: Database;
let page: Page;
let hall: string;
let zone: string;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  shop = openDatabase({ url: app.databaseUrl, max: 2, prepare: true });
  hall = await makePlace('Test hall', shop.db);
  zone = await makeZone(hall, 'Test zone', shop.db);
  ({ page } = await signIn(browser, app));
});
afterAll(async () => {
  await shop?.close();
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

  test('the sheet of a quiet day is one page with every part, and nothing of the desk', async () => {
    const { day, fetched, brought } = await aDay();
    const { pages, text } = await print(`/admin/day/${day}`);
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[210, 297]]);
    for (const part of ['Make', 'Pack', 'Handover', 'Deliver']) expect(text, part).toContain(part);
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

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
  const { day, eight, ten } = newDay();
  await makeDayOrder(
    { slot: eight, locationId: hall, items: [{ ...loaf, note: 'Cut' }], overrideReason: 'Regular' },
    shop.db,
  );
  const brought = { deliveryType: 'delivery' as const, deliveryAddress: { street: 'Weg 1', city: 'Berlin' } };
  const { id } = await makeDayOrder({ slot: ten, locationId: hall, gift, ...brought, items: [loaf] }, shop.db);
  await page.emulateMedia({ colorScheme });
  const found: string[] = [];
  const paths = [`day/${day}`, `day/${day}?paper=a4`, `day/${day}?paper=80mm`, `day/${day}/slips?kind=labels`];
  for (const path of [...paths, `day/${day}/slips?kind=gift&paper=80mm`, `orders/${id}/slip`]) {
    await page.goto(`/admin/${path}`);
    for (const one of await axeFindings(page)) found.push(`${path}: ${one}`);
  }
  expect(found).toEqual([]);
});
