import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addDays, dayOf, weekdayOf } from '#lib/time';
import type { App } from '#tests/support/app';
import { type Desk, openDesk, type Product } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings } from './customer-steps.ts';
import { enterDesk } from './desk-steps.ts';

let app: App;
let desk: Desk;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

const TODAY = dayOf(new Date(), 'Europe/Berlin');
/** Days on which the bakery is open, so that nothing here depends on the day of the week on which it runs. */
const [FIRST, SECOND] = [1, 2, 3, 4].map((ahead) => addDays(TODAY, ahead)).filter((day) => weekdayOf(day) !== 7);
if (FIRST === undefined || SECOND === undefined) throw new Error('no open days');

let rye: Product;
let oat: Product;

const plans = z.object({
  variants: z.array(
    z.looseObject({
      weekly_plan: z.array(z.int()),
      days: z.array(z.looseObject({ on_date: z.string(), planned: z.int(), sold: z.int(), closed: z.boolean() })),
    }),
  ),
});
async function planOf(product: Product, day: string) {
  const address = `/plans?from=${day}&to=${day}&variant_id=${product.variantId}`;
  const [variant] = plans.parse(await desk.send('GET', address)).variants;
  return { week: variant?.weekly_plan, ...variant?.days[0] };
}

const words = (day: string): string =>
  new Intl.DateTimeFormat('en-DE', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T12:00:00Z`),
  );
const cell = (product: Product, day: string): Locator =>
  page.getByRole('textbox', { name: `${product.name}, ${words(day)}`, exact: true });
const focused = (): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
const save = () => page.getByRole('button', { name: 'Save plan' });
const bar = () => page.getByRole('region', { name: 'Chosen in the plan' });

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  desk = await openDesk(app);
  const week = { stock_mode: 'per_date', price: 4.8 };
  rye = await desk.newProduct({
    price: undefined,
    stock_quantity: undefined,
    variants: [{ ...week, weekly_plan: [20, 20, 20, 20, 20, 20, 20] }],
  });
  oat = await desk.newProduct({
    price: undefined,
    stock_quantity: undefined,
    variants: [{ ...week, weekly_plan: [8, 8, 8, 8, 8, 8, 8] }],
  });
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: app.url });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await enterDesk(page, app);
  await page.goto('/admin/plan');
});

describe('a bake plan', () => {
  test('is filled like a spreadsheet and saved in one', async () => {
    await cell(rye, FIRST).focus();
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe(await cell(oat, FIRST).getAttribute('aria-label'));
    await page.keyboard.type('9');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toContain(oat.name);
    await cell(rye, SECOND).focus();
    await page.keyboard.type('99');
    await page.keyboard.press('Escape');
    expect(await cell(rye, SECOND).inputValue()).toBe('20');
    await page.getByText('2 changes not saved').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('The plan is saved.').waitFor();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(rye, FIRST)).toMatchObject({ planned: 31, is_override: true });
    expect(await planOf(oat, FIRST)).toMatchObject({ planned: 9, is_override: true });
    expect(await planOf(rye, SECOND)).toMatchObject({ planned: 20, is_override: false });
  });

  test('takes a row from a spreadsheet, in which an x closes a day', async () => {
    await cell(oat, FIRST).focus();
    await cell(oat, FIRST).evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '12\tx\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('2 changes not saved').waitFor();
    await save().click();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(oat, FIRST)).toMatchObject({ planned: 12 });
    expect(await planOf(oat, addDays(FIRST, 1))).toMatchObject({ planned: 8, closed: true });
    await cell(oat, addDays(FIRST, 1)).focus();
    await bar().getByRole('button', { name: 'Open' }).click();
    await save().click();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(oat, addDays(FIRST, 1))).toMatchObject({ closed: false });
  });

  test('goes back to its pattern, which is typed beside it', async () => {
    await page.getByRole('button', { name: 'Weekly pattern' }).click();
    const weekday = new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'long' }).format(
      new Date(`${SECOND}T12:00:00Z`),
    );
    await page.getByRole('textbox', { name: `${rye.name}, every ${weekday}`, exact: true }).fill('26');
    await page.getByRole('button', { name: 'Two weeks' }).click();
    expect(await cell(rye, SECOND).inputValue()).toBe('26');
    expect(await cell(rye, FIRST).inputValue()).toBe('31');
    await cell(rye, FIRST).focus();
    await bar().getByRole('button', { name: 'Back to 20' }).click();
    await save().click();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(rye, SECOND)).toMatchObject({ planned: 26, is_override: false });
    expect(await planOf(rye, FIRST)).toMatchObject({ planned: 20, is_override: false });
  });

  test('is never below what is sold: the cell says how many, and nothing typed is lost', async () => {
    await desk.send('POST', '/orders', {
      customer_name: 'Ana Pop',
      customer_phone: '+40722000111',
      delivery_type: 'pickup',
      items: [{ variant_id: rye.variantId, quantity: 7, on_date: FIRST }],
      override_reason: 'at the counter',
    });
    // The page does not know of the order yet: the server says it.
    await cell(rye, FIRST).fill('5');
    await cell(oat, FIRST).fill('14');
    await save().click();
    await page.getByText('Nothing is saved yet.').waitFor();
    await page.getByRole('alert').getByText('7 are sold already: enter 7 or more.').first().waitFor();
    expect(await cell(rye, FIRST).getAttribute('aria-invalid')).toBe('true');
    expect([await cell(rye, FIRST).inputValue(), await cell(oat, FIRST).inputValue()]).toEqual(['5', '14']);
    expect(await planOf(oat, FIRST)).toMatchObject({ planned: 12 });
    await cell(rye, FIRST).fill('7');
    await save().click();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(rye, FIRST)).toMatchObject({ planned: 7, sold: 7 });
    expect(await planOf(oat, FIRST)).toMatchObject({ planned: 14 });
  });

  test('is copied from last week, filled from the pattern, and closed for a day as a whole', async () => {
    const later = addDays(FIRST, 7);
    await page
      .getByRole('button', { name: words(later) })
      .first()
      .click();
    await bar().getByRole('button', { name: 'Copy from last week' }).click();
    expect([await cell(rye, later).inputValue(), await cell(oat, later).inputValue()]).toEqual(['7', '14']);
    await bar().getByRole('button', { name: 'Fill from pattern' }).click();
    expect(await cell(oat, later).inputValue()).toBe('8');
    await bar().getByRole('button', { name: 'Close the day' }).click();
    await save().click();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(oat, later)).toMatchObject({ planned: 8, closed: true });
    await page
      .getByRole('button', { name: words(later) })
      .first()
      .click();
    await bar().getByRole('button', { name: 'Open the day' }).click();
    await save().click();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(oat, later)).toMatchObject({ planned: 8, closed: false });
  });

  test('keeps what was typed while somebody looks elsewhere, and tells of closed days with orders', async () => {
    await cell(oat, SECOND).fill('77');
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Later' }).click();
    await page.waitForURL('**/admin/plan?from=*');
    await page.getByText('1 change not saved').waitFor();
    await page.goto('/admin/stock');
    await page.goto('/admin/plan');
    await expect.poll(() => cell(oat, SECOND).inputValue()).toBe('77');
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(await cell(oat, SECOND).inputValue()).toBe('8');
    await cell(rye, FIRST).focus();
    await page.keyboard.press('x');
    await save().click();
    await page.getByText('Closed now, and ordered before.').waitFor();
    await page
      .getByRole('link', { name: new RegExp(rye.name) })
      .and(page.locator(`[href$="${FIRST}"]`))
      .waitFor();
    await page.getByRole('button', { name: 'Understood' }).click();
  });

  test('is read and typed on a phone, a day at a time', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const strip = page.getByRole('group', { name: 'Day' });
    await strip.getByRole('button', { name: words(SECOND) }).click();
    expect(await cell(oat, SECOND).isVisible()).toBe(true);
    expect(await cell(oat, FIRST).isVisible()).toBe(false);
    await cell(oat, SECOND).fill('10');
    await save().click();
    await save().waitFor({ state: 'detached' });
    expect(await planOf(oat, SECOND)).toMatchObject({ planned: 10 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('what is left today is released to walk-in customers at once, and can be taken back', async () => {
  await desk.send('PUT', '/plans', {
    days: [{ variant_id: oat.variantId, on_date: TODAY, planned: 3, closed: false }],
  });
  const checkout = z.looseObject({}).parse(await desk.send('GET', '/settings/checkout'));
  await desk.send('PUT', '/settings/checkout', { ...checkout, release_at: null });
  await page.reload();
  await page.getByRole('button', { name: 'Release the rest now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Release the rest of today' });
  await dialog.getByRole('button', { name: 'Choose none' }).click();
  await dialog.getByRole('checkbox', { name: `${oat.name} 3 left` }).check();
  await dialog.getByRole('button', { name: 'Release 3 pieces' }).click();
  await page.getByText('3 pieces released.').waitFor();
  expect(await planOf(oat, TODAY)).toMatchObject({ closed: true });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('They can be ordered again.').waitFor();
  expect(await planOf(oat, TODAY)).toMatchObject({ closed: false });
});

test('a product is made per day with its week in its form', async () => {
  const counted = await desk.newProduct({ stock_quantity: 12 });
  await page.goto(`/admin/products/${counted.id}?edit=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Stock', { exact: true }).selectOption('per_date');
  await dialog.getByText('The pieces counted so far are set aside').waitFor();
  const week = dialog.getByRole('group', { name: 'Pieces made each week' });
  await week.getByLabel('Sat').fill('1,5');
  await dialog.getByRole('button', { name: 'Save product' }).click();
  await week.getByText('Enter a whole number.').waitFor();
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) await week.getByLabel(day).fill('16');
  await dialog.getByRole('button', { name: 'Save product' }).click();
  await page.getByText(`${counted.name} is saved.`).waitFor();
  await page.getByText('today: 16 of 16 left').waitFor();
  expect(await planOf(counted, FIRST)).toMatchObject({ planned: 16, week: [16, 16, 16, 16, 16, 16, 16] });
  expect(complaints).toEqual([]);
});
