import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { type Desk, openDesk } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings, DESK, inDatabase, PHONE, visit } from './customer-steps.ts';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;
let desk: Desk;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  desk = await openDesk(app);
});

const slots = z.array(z.object({ id: z.string(), starts_at: z.string(), reason: z.string().nullable() }));
const placed = z.object({
  id: z.string(),
  order_number: z.string(),
  access_url: z.string(),
  version: z.number(),
  total: z.number(),
  items: z.array(z.object({ id: z.string(), unit_price: z.number() })),
});

let people = 0;

async function ask(method: string, address: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}/api${address}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}: ${text}`);
  return z.looseObject({ data: z.unknown() }).parse(JSON.parse(text)).data;
}

/** Two of a loaf that is counted, for a time some days ahead, and another time that is free. */
async function order() {
  people += 1;
  const { variantId } = await desk.newProduct({ price: 7.8, stock_quantity: 50 });
  const items = [{ variant_id: variantId, quantity: 2 }];
  const free = slots
    .parse(await ask('GET', `/slots?method=pickup&items=${variantId}:2`))
    .filter(({ reason, starts_at: at }) => reason === null && Date.parse(at) > Date.now() + 3 * 86_400_000);
  const [slot, other] = [free[0], free[1]];
  if (!slot || !other) throw new Error('the shop has no free times');
  const body = {
    items,
    customer_name: 'Ana Pop',
    customer_phone: `+49151234800${String(people).padStart(2, '0')}`,
    delivery_type: 'pickup',
    slot_id: slot.id,
    payment_method: 'cash',
  };
  return { ...placed.parse(await ask('POST', '/orders', body)), slot, other };
}
type Order = Awaited<ReturnType<typeof order>>;

const keyOf = ({ access_url: url }: Order) => new URL(url).searchParams.get('key') ?? '';
const read = async (one: Order) =>
  z
    .looseObject({ total: z.number(), slot: z.object({ id: z.string() }), special_instructions: z.string().nullable() })
    .parse(await ask('GET', `/orders/${one.order_number}`, undefined, { 'barrow-order-key': keyOf(one) }));

const quantity = (page: Page) => page.getByLabel(/^Quantity:/);
const toChange = async (page: Page, one: Order) => {
  await page.goto(one.access_url);
  await page.getByText(/You can change this until/).waitFor();
  await page.getByRole('link', { name: 'Change the order' }).click();
  await page.getByRole('heading', { name: 'Change your order', level: 1 }).waitFor();
};
/** A time in the list, whose day may be folded. */
async function choose(page: Page, slotId: string) {
  await page.locator(`details:has(#slot-${slotId})`).evaluate((day: HTMLDetailsElement) => {
    day.open = true;
  });
  await page.locator(`#slot-${slotId}`).check();
}

describe.each([
  { at: 'a phone', viewport: PHONE },
  { at: 'a desk', viewport: DESK },
])('a customer at $at', ({ viewport }) => {
  test('takes less at another time, sees the difference, goes back once, and confirms', async () => {
    const one = await order();
    const { page, complaints, close } = await visit(browser, app, { viewport });
    await toChange(page, one);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByText('Nothing is different yet').waitFor();

    await page.getByRole('button', { name: /^Fewer:/ }).click();
    await page.getByText('New total').waitFor();
    await choose(page, one.other.id);
    await page.getByLabel(/^Anything we should know/).fill('Sliced, please');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByRole('heading', { name: 'Please look at it once more' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByText('You pay €7.80 less').waitFor();

    await page.getByRole('button', { name: 'Go back and edit' }).click();
    await page.getByRole('heading', { name: 'Change your order', level: 1 }).waitFor();
    expect(await quantity(page).inputValue()).toBe('1');
    expect(await page.locator(`#slot-${one.other.id}`).isChecked()).toBe(true);
    expect(await page.getByLabel(/^Anything we should know/).inputValue()).toBe('Sliced, please');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByRole('button', { name: 'Confirm the change' }).click();
    await page.getByText('Your order is changed').waitFor();
    await page.getByText('Sliced, please').waitFor();
    expect(await read(one)).toMatchObject({ total: one.total / 2, slot: { id: one.other.id } });
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('without script: mistakes keep what was typed, then review and confirm', async () => {
  const one = await order();
  const { page, close } = await visit(browser, app, { script: false });
  await toChange(page, one);
  await quantity(page).fill('');
  await page.getByLabel(/^Anything we should know/).fill('Ring twice');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.locator('#refused').getByRole('link', { name: 'Enter a whole number.' }).waitFor();
  expect(await page.getByLabel(/^Anything we should know/).inputValue()).toBe('Ring twice');
  await quantity(page).fill('99');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.locator('#refused').getByText('There is not enough left').waitFor();
  await quantity(page).fill('3');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByText('You pay €7.80 more').waitFor();
  await page.getByRole('button', { name: 'Go back and edit' }).click();
  expect(await quantity(page).inputValue()).toBe('3');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Confirm the change' }).click();
  await page.getByText('Your order is changed').waitFor();
  expect(await read(one)).toMatchObject({ total: (one.total / 2) * 3, special_instructions: 'Ring twice' });
  await close();
});

test('changed meanwhile in another window: it says so, keeps what was typed, and goes on from there', async () => {
  const one = await order();
  const { page, complaints, close } = await visit(browser, app);
  await toChange(page, one);
  await page.getByLabel(/^Anything we should know/).fill('Ring twice');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('heading', { name: 'Please look at it once more' }).waitFor();
  const items = [{ item_id: one.items[0]?.id, quantity: 5 }];
  await ask('PATCH', `/orders/${one.order_number}`, { items }, { 'barrow-order-key': keyOf(one) });
  await page.getByRole('button', { name: 'Confirm the change' }).click();
  await page.getByText('The order has changed meanwhile').waitFor();
  expect(await page.getByLabel(/^Anything we should know/).inputValue()).toBe('Ring twice');
  await page.getByRole('button', { name: /^More:/ }).click();
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.getByRole('button', { name: 'Confirm the change' }).click();
  await page.getByText('Your order is changed').waitFor();
  expect((await read(one)).special_instructions).toBe('Ring twice');
  expect(complaints).toEqual([]);
  await close();
});

test('after the cut-off the page says so and offers the phone, also to a form that was open', async () => {
  const one = await order();
  const { page, close } = await visit(browser, app);
  await toChange(page, one);
  await inDatabase(app, (sql) => sql`update slots set cutoff_at = now() where id = ${one.slot.id}`);
  await page.getByRole('button', { name: /^Fewer:/ }).click();
  await page.getByRole('heading', { name: 'It is too late to change this order here' }).waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^\+|^0/ })
    .waitFor();
  await page.getByRole('link', { name: 'Back to the order' }).click();
  await page.getByText(/It could be changed until/).waitFor();
  expect(await page.getByText('Cancel this order').count()).toBe(0);
  await page.context().clearCookies();
  await page.goto(`/order/${one.order_number}/change`);
  await page.getByRole('heading', { name: 'Orders are private' }).waitFor();
  await close();
});

test('staff edit what an order holds, with a reason that stands in its timeline', async () => {
  const one = await order();
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK });
  await enterDesk(page, app);
  await page.goto(`/admin/orders/${one.id}`);
  await page.getByRole('link', { name: 'Edit order' }).click();
  await page.getByRole('heading', { name: `Edit ${one.order_number}` }).waitFor();
  await page.getByRole('button', { name: /^More:/ }).click();
  await page.getByText('+€7.80').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the change' }).click();
  await page.getByText('Say why: it stands in the timeline.').waitFor();
  await page.getByLabel('Reason').fill('They called.');
  await page.getByRole('button', { name: 'Save the change' }).click();
  await page.waitForURL(`**/admin/orders/${one.id}`);
  await page.getByText('Order changed').waitFor();
  await page.getByText(/Reason: They called\./).waitFor();
  expect(await read(one)).toMatchObject({ total: (one.total / 2) * 3 });
  expect(complaints).toEqual([]);
  await close();
});
