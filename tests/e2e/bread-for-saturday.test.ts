import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, formatDay } from '#lib/time';
import type { App } from '#tests/support/app';
import { type Desk, freeSlot, openDesk, orderBody, type Product, sendOrder } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import {
  addToCart,
  axeFindings,
  countOrders,
  DESK,
  fillContact,
  inDatabase,
  orderButton,
  PHONE,
  times,
  visit,
} from './customer-steps.ts';
import {
  at,
  cutoffAt,
  inHours,
  monday,
  open,
  saturday,
  saturdayIsOver,
  setHours,
  takeFreshTimes,
  ZONE,
} from './shop-hours.ts';

const LOCALE = 'en-DE';

let app: App;
let browser: Browser;
let desk: Desk;
let loaf: Product;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  desk = await openDesk(app);
});

beforeEach(async () => {
  takeFreshTimes();
  await setHours(app, open());
  loaf = await desk.newProduct({ stock_quantity: 50 });
});

/** What the console must not complain about; checked after each visit. */
let complaints: string[] = [];
afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

async function comeIn(viewport = PHONE, script = true) {
  const { page, close, complaints: told } = await visit(browser, app, { viewport, script });
  complaints = told;
  return { page, close };
}

async function toCheckout(page: Page, phone: string): Promise<void> {
  await addToCart(page, `/products/${loaf.slug}`);
  await page.getByText('Subtotal').first().waitFor();
  await page.goto('/checkout');
  await fillContact(page, { name: 'Ana Brot', phone });
  await page.getByLabel(/^Anything we should know/).fill('With a dark crust');
}

/** The ticket of a day in the list; its day may be folded. */
async function take(page: Page, day: string, time: string): Promise<void> {
  const list = page.locator(`#pickup_slot_id-${day}`);
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  await list.getByRole('radio', { name: new RegExp(`^${time}`) }).check();
}

const slotOf = (phone: string): Promise<string | undefined> =>
  inDatabase(app, async (sql) => {
    const [row] = await sql<
      { starts: string }[]
    >`select to_char(slot_starts_at at time zone ${ZONE}, 'YYYY-MM-DD HH24:MI')
      as starts from orders where customer_phone = ${phone}`;
    return row?.starts;
  });

let people = 0;
const nextPhone = () => {
  people += 1;
  return `+4915124${String(100_000 + people)}`;
};

/** The times beside a refusal, the earliest first. */
const offered = (page: Page, time: string) => page.locator('.slot-next').getByRole('button', { name: time });

/** What was typed before a refusal, all of it. */
async function keepsAll(page: Page): Promise<void> {
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Ana Brot');
  expect(await page.getByLabel(/^Anything we should know/).inputValue()).toBe('With a dark crust');
}

describe.each([
  { with: 'with script', script: true, viewport: DESK },
  { with: 'with script, on a phone', script: true, viewport: PHONE },
  { with: 'without script', script: false, viewport: PHONE },
])('bread for Saturday, $with', ({ script, viewport }) => {
  test('before the cut-off it is promised, from the shelf to the order', async () => {
    const { page, close } = await comeIn(viewport, script);
    const phone = nextPhone();
    await page.goto(`/products/${loaf.slug}`);
    await page
      .locator('.promises')
      .getByText(`${at(8)}–${at(9)}`)
      .waitFor();
    await page
      .locator('.promises')
      .getByText(/^Order by/)
      .waitFor();
    await toCheckout(page, phone);
    await orderButton(page).click();
    await page.locator('#refused').getByRole('link', { name: 'Choose a time.' }).waitFor();
    await keepsAll(page);
    await take(page, saturday(), at(9));
    if (!script) {
      // Sent with what is chosen: the last look repeats it in full.
      await page.getByRole('button', { name: 'Work out the total again' }).click();
    }
    await page
      .locator('.review-promise')
      .getByText(`${formatDay(saturday(), LOCALE)}, ${at(9)}–${at(10)}`)
      .waitFor();
    if (script) expect(await axeFindings(page)).toEqual([]);
    await orderButton(page).click();
    await page.waitForURL('**/order/**');
    expect(await slotOf(phone)).toBe(`${saturday()} ${at(9)}`);
    await close();
  });

  test('after the cut-off it is for Monday, and the list says why', async () => {
    await setHours(app, saturdayIsOver());
    const { page, close } = await comeIn(viewport, script);
    await page.goto(`/products/${loaf.slug}`);
    await page
      .locator('.promises')
      .getByText(`${at(8)}–${at(9)}`)
      .waitFor();
    await toCheckout(page, nextPhone());
    expect(await times(page).getByRole('radio').count()).toBe(2);
    await page.getByText('One day without a free time').click();
    await page.getByText(`${formatDay(saturday(), LOCALE)}: ordering for this day has ended.`).waitFor();
    await close();
  });

  test('a time that passes while the form is open is refused, and another is one press away', async () => {
    const { page, close } = await comeIn(viewport, script);
    const phone = nextPhone();
    await toCheckout(page, phone);
    await take(page, saturday(), at(8));
    await setHours(app, saturdayIsOver());
    await orderButton(page).click();
    await page
      .locator('#refused')
      .getByRole('link', { name: /^Ordering for this time has just ended/ })
      .waitFor();
    await keepsAll(page);
    expect(await countOrders(app, phone)).toBe(0);
    if (script) expect(await axeFindings(page)).toEqual([]);
    await offered(page, at(9)).click();
    await page
      .locator('.review-promise')
      .getByText(`${at(9)}–${at(10)}`)
      .waitFor();
    await keepsAll(page);
    await orderButton(page).click();
    await page.waitForURL('**/order/**');
    expect(await slotOf(phone)).toBe(`${monday()} ${at(9)}`);
    await close();
  });

  test('a time that somebody else takes is refused, and another is one press away', async () => {
    await setHours(
      app,
      open().map((hours) => ({ ...hours, capacity: 1 })),
    );
    const { page, close } = await comeIn(viewport, script);
    const phone = nextPhone();
    await toCheckout(page, phone);
    await take(page, monday(), at(9));
    // The last of all times is the one that is chosen here.
    const slotId = await freeSlot(app.url, [loaf.variantId]);
    expect((await sendOrder(app.url, orderBody([loaf.variantId], slotId), crypto.randomUUID())).status).toBe(201);
    await orderButton(page).click();
    await page
      .locator('#refused')
      .getByRole('link', { name: /^This time has just filled up/ })
      .waitFor();
    await keepsAll(page);
    await offered(page, at(8)).first().click();
    await page
      .locator('.review-promise')
      .getByText(`${at(8)}–${at(9)}`)
      .waitFor();
    await orderButton(page).click();
    await page.waitForURL('**/order/**');
    expect(await slotOf(phone)).toBe(`${saturday()} ${at(8)}`);
    expect(await countOrders(app, phone)).toBe(1);
    await close();
  });
});

test('the way that is not chosen keeps its time', async () => {
  await setHours(app, [...open(), { day: monday(), cutoff: cutoffAt(monday(), inHours(26)), purpose: 'delivery' }]);
  const { page, close } = await comeIn(DESK);
  await toCheckout(page, nextPhone());
  await take(page, saturday(), at(9));
  await page.getByRole('radio', { name: /^Delivery/ }).check();
  await times(page, 'delivery')
    .getByRole('radio', { name: new RegExp(`^${at(8)}`) })
    .check();
  await page.locator('.review-promise').getByText('to your door').waitFor();
  await page.getByRole('radio', { name: /^Pick up/ }).check();
  await page.locator('.review-promise').getByText(formatDay(saturday(), LOCALE)).waitFor();
  await page.getByRole('radio', { name: /^Delivery/ }).check();
  await page.locator('.review-promise').getByText(formatDay(monday(), LOCALE)).waitFor();
  await close();
});

test('the days at a glance are walked by arrows and lead into the list', async () => {
  const { page, close } = await comeIn(DESK);
  await toCheckout(page, nextPhone());
  const grid = page.getByRole('grid', { name: 'Days at a glance' });
  const cell = (day: string) => grid.locator(`[data-day="${day}"]`);
  await cell(saturday()).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => cell(addDays(saturday(), 1)).evaluate((cell) => cell === document.activeElement)).toBe(true);
  expect(await cell(addDays(saturday(), 1)).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const list = page.locator(`#pickup_slot_id-${monday()}`);
  await expect
    .poll(() =>
      list
        .locator('input')
        .first()
        .evaluate((radio) => radio === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('Space');
  await page.locator('.review-promise').getByText(formatDay(monday(), LOCALE)).waitFor();
  // Of one group: the arrow moves on to the next time.
  await page.keyboard.press('ArrowDown');
  await page
    .locator('.review-promise')
    .getByText(`${at(9)}–${at(10)}`)
    .waitFor();
  await close();
});

test('the cart names what holds the rest back, and what never meets', async () => {
  const late = await desk.newProduct({ stock_quantity: 9, available_weekdays: [1] });
  const { page, close } = await comeIn(DESK);
  await addToCart(page, `/products/${loaf.slug}`);
  await page.getByRole('dialog').getByText('Earliest').waitFor();
  await addToCart(page, `/products/${late.slug}`);
  await page.getByRole('dialog').getByText(`${late.name} takes longest.`).waitFor();
  const early = await desk.newProduct({ stock_quantity: 9, available_weekdays: [6] });
  await addToCart(page, `/products/${early.slug}`);
  await page.getByRole('dialog').getByText('are not to be had on the same day').waitFor();
  await page.goto('/cart');
  await page.getByText('Not all of it on one day').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await close();
});
