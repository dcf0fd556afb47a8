import type { Browser, BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addDays, dayOf } from '#lib/time';
import type { App } from '#tests/support/app';
import { type Desk, openDesk } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { axeFindings } from './customer-steps.ts';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let desk: Desk;
const complaints: string[] = [];

/** The bakery stands in Berlin. */
const ZONE = 'Europe/Berlin';
const today = dayOf(new Date(), ZONE);
const soon = addDays(today, 2);

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  desk = await openDesk(app);
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: app.url });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await enterDesk(page, app);
});

/** What a stranger's next request shows, kept pages included. */
const inShop = async (path: string): Promise<string> => (await fetch(`${app.url}${path}`)).text();
const preview = () => page.getByRole('group', { name: 'What would a customer see?' });
const slots = z.object({ data: z.array(z.object({ id: z.uuid(), starts_at: z.string(), state: z.string() })) });
const placed = z.object({ data: z.looseObject({ order_number: z.string() }) });

let placeId = '';
const slotsAt = async () =>
  slots.parse(await (await fetch(`${app.url}/api/slots?location=${placeId}&from=${soon}&to=${soon}`)).json()).data;

describe('an admin', () => {
  test('adds a place; what is missing is said at its field and nothing typed is lost', async () => {
    await page.goto('/admin/places');
    await page.getByRole('button', { name: 'Add place' }).click();
    const dialog = page.getByRole('dialog', { name: 'New place' });
    await dialog.getByLabel('Name').fill('Village hall');
    await dialog.getByLabel('Map coordinates').fill('somewhere');
    await dialog.getByRole('button', { name: 'Add place' }).click();
    await dialog.getByText('Enter street and number.').waitFor();
    await dialog.getByText('Use two numbers such as 52.4921, 13.4262.').waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Village hall');
    await dialog.getByLabel('Street and number').fill('Dorfstraße 1');
    await dialog.getByLabel('Town').fill('Berlin');
    await dialog.getByLabel('Map coordinates').fill('52.5, 13.4');
    await dialog.getByRole('button', { name: 'Add place' }).click();
    await page.getByText('Village hall is added.').waitFor();
    await page.getByRole('link', { name: 'Village hall' }).click();
    await page.waitForURL(/\/admin\/places\/[0-9a-f-]{36}$/);
    placeId = page.url().split('/').at(-1) ?? '';
    expect(await axeFindings(page)).toEqual([]);
  });

  test('gives it hours with a cut-off, one day copied to the others', async () => {
    await page.getByRole('link', { name: 'Set the hours' }).first().click();
    await page.getByRole('button', { name: 'Add hours on Monday' }).click();
    const window = (name: string) => page.getByRole('group', { name, exact: true });
    const monday = window('Monday, window');
    await monday.getByLabel('From').fill('10:00');
    await monday.getByLabel('To', { exact: true }).fill('12:00');
    await monday.getByLabel('Orders').fill('2');
    await monday.getByLabel('Order by', { exact: true }).fill('16:00');
    await page.getByRole('button', { name: 'Add hours on Monday' }).click();
    const second = window('Monday, window 2');
    await second.getByLabel('From').fill('11:00');
    await second.getByLabel('To', { exact: true }).fill('13:00');
    await page.getByRole('button', { name: 'Save the hours' }).click();
    await page.getByText('This overlaps with 10:00–12:00.').waitFor();
    expect(await second.getByLabel('To', { exact: true }).inputValue()).toBe('13:00');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove Monday, window 2' }).click();

    await page.getByRole('button', { name: 'Copy to other days from Monday' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copy Monday' });
    for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']) {
      await dialog.getByLabel(day).check();
    }
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Save the hours' }).click();
    await page.waitForURL(`**/admin/places/${placeId}`);
    await expect.poll(() => page.getByText('Order by 16:00 the day before').count()).toBe(7);
    expect((await slotsAt()).map(({ state }) => state)).toEqual(['open', 'open']);
  });

  test('sees what a customer would see, for a day, and for a postal code', async () => {
    await preview().getByLabel('On').fill(soon);
    await expect.poll(() => preview().getByRole('listitem').count()).toBe(2);
    expect(await preview().getByRole('listitem').first().textContent()).toBe('10:00–11:00Free');
    await preview().getByLabel('For').selectOption('delivery');
    await preview().getByLabel('Postal code').fill('12047');
    await preview().getByLabel('Goods for').fill('30,80');
    await preview().getByText('Around the canal: delivery costs €2.90, €4.20 to free delivery.').waitFor();
    await preview().getByLabel('Postal code').fill('99999');
    await preview().getByText('The shop does not deliver there.').waitFor();
  });

  test('closes a slot in the calendar, and gives it room of its own', async () => {
    const [first] = await slotsAt();
    const loaf = await desk.newProduct();
    const body = {
      customer_name: 'Ana Pop',
      customer_phone: '+493012345678',
      delivery_type: 'pickup',
      items: [{ variant_id: loaf.variantId, quantity: 1 }],
      slot_id: first?.id,
    };
    const headers = { 'content-type': 'application/json' };
    const send = () => fetch(`${app.url}/api/orders`, { method: 'POST', headers, body: JSON.stringify(body) });
    const { data: order } = placed.parse(await (await send()).json());

    await page.goto(`/admin/calendar?week=${soon}&place=${placeId}`);
    await page.getByRole('button', { name: /^10:00 to 11:00: 1 of 2 orders/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('link', { name: order.order_number }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await drawer.getByLabel('Takes orders').fill('0');
    await drawer.getByRole('button', { name: 'Save', exact: true }).click();
    await drawer.getByText('1 order over the capacity').waitFor();
    expect((await slotsAt())[0]?.state).toBe('full');
    await drawer.getByRole('button', { name: /^Back to the hours/ }).click();
    await drawer.getByText('1 of 2').waitFor();
    await drawer.getByRole('button', { name: 'Close this slot' }).click();
    await drawer.getByText('Closed by hand').waitFor();
    expect((await slotsAt())[0]?.state).toBe('closed');
    expect((await send()).status).toBe(409);
    await drawer.getByRole('button', { name: 'Open this slot again' }).click();
    await drawer.getByText('Nearly full').waitFor();
    expect((await send()).status).toBe(201);
    await page.keyboard.press('Escape');
  });

  test('takes a vacation: whom to call is listed, and every page of the shop says so until it is called off', async () => {
    const message = 'We are at the sea and bake again soon.';
    for (const path of ['/', '/products']) expect(await inShop(path)).not.toContain(message);
    await page.goto('/admin/places');
    await page.getByRole('button', { name: 'Close the shop' }).click();
    const dialog = page.getByRole('dialog', { name: 'Close the shop' });
    await dialog.getByLabel('Last day closed').fill(addDays(today, -1));
    await dialog.getByLabel('Message').fill(message);
    await dialog.getByRole('button', { name: 'Close the shop' }).click();
    await dialog.getByText('The last day must not come before the first.').waitFor();
    await dialog.getByLabel('Last day closed').fill(addDays(today, 4));
    await dialog.getByRole('button', { name: 'Close the shop' }).click();
    const inside = page.getByRole('dialog', { name: /open orders are inside this closure$/ });
    await inside.getByText('Ana Pop').first().waitFor();
    await inside.getByRole('button', { name: 'Done' }).click();
    for (const path of ['/', '/products', '/products/ember-sourdough', '/cart']) {
      expect(await inShop(path), path).toContain(message);
    }
    expect(new Set((await slotsAt()).map(({ state }) => state))).toEqual(new Set(['closed']));
    await preview().getByLabel('On').fill(soon);
    await preview().getByText(message).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Open again now' }).click();
    await page.getByText('The shop is open again.').waitFor();
    for (const path of ['/', '/products']) expect(await inShop(path), path).not.toContain(message);
    expect((await slotsAt())[1]?.state).not.toBe('closed');
  });

  test('archives the place only after reading which orders depend on it, and can take it back', async () => {
    await page.goto(`/admin/places/${placeId}`);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Archive Village hall?' });
    await dialog.getByText('2 open orders depend on it').waitFor();
    await dialog.getByRole('button', { name: 'Archive with 2 open orders' }).click();
    await page.getByText('Village hall is archived.').waitFor();
    expect(await slotsAt()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Village hall is back.').waitFor();
    expect(await slotsAt()).toHaveLength(2);
    expect(complaints).toEqual([]);
  });
});
