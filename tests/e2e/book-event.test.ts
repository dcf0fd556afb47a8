import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { App } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { inDatabase, translate, visit } from './customer-steps.ts';
import { expectFine, signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;
let slug = '';

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  const desk = await openDesk(app);
  const made = z.looseObject({ id: z.uuid(), slug: z.string() });
  const wedding = made.parse(
    await desk.send('POST', '/packages', { name: 'Garden wedding', price: 1200, deposit_percent: 30, max_guests: 100 }),
  );
  slug = wedding.slug;
  await inDatabase(app, (sql) =>
    translate(sql, 'package', wedding.id, 'ro', { name: ['Garden wedding', 'Nuntă în grădină'] }),
  );
});

const freeDays = (page: Page) => page.getByRole('radio', { name: /, (free|liberă)$/ });
const book = (page: Page) => page.getByRole('button', { name: /^(Ask for a quote|Cereți o ofertă)$/ });

/** The next month, in which every day is still to come. */
async function nextMonth(page: Page): Promise<void> {
  const before = await page.locator('input[name="date"]').first().getAttribute('value');
  await page.getByRole('button', { name: 'Luna următoare' }).click();
  await page.locator(`input[name="date"]:not([value="${before}"])`).first().waitFor();
  await page.locator('[aria-busy="false"] .book-days').waitFor();
}

describe('a wedding', () => {
  test('is asked for in Romanian, quoted, accepted, paid and confirmed, and its day is closed for the next', async () => {
    const client = await visit(browser, app);
    const { page } = client;
    await page.goto(`/ro/book?package=${slug}`);
    await page.getByRole('heading', { name: 'Rezervați-vă evenimentul' }).waitFor();
    expect(await page.getByRole('radio', { name: /Nuntă în grădină/ }).isChecked()).toBe(true);
    await expectFine(page);
    await page.getByLabel('Ocazia').fill('Nuntă');
    await nextMonth(page);
    const day = freeDays(page).first();
    const chosen = (await day.getAttribute('value')) ?? '';
    await day.check({ force: true });
    await page.getByRole('textbox', { name: /^Invitați/ }).fill('120');
    await page.getByLabel('Nume', { exact: true }).fill('Zoë Weber');
    await page.getByLabel('Telefon').fill('+4915123461077');
    await page.getByLabel('E-mail').fill('zoe@example.com');
    await page.reload();
    // What was typed is still there, the day of another month than this one with it.
    await page.locator(`input[name="date"][value="${chosen}"]:checked`).waitFor();
    expect(await page.getByLabel('Ocazia').inputValue()).toBe('Nuntă');
    await book(page).click();
    // Too many for the package: said beside the field, and nothing typed is lost.
    await page.locator('#guests-error').waitFor();
    expect(await page.getByLabel('Ocazia').inputValue()).toBe('Nuntă');
    await page.getByRole('textbox', { name: /^Invitați/ }).fill('80');
    await book(page).click();
    await page.waitForURL('**/ro/booking/**');
    await page.getByText('Vă mulțumim pentru cerere').waitFor();
    await page.getByText('Nuntă în grădină').first().waitFor();
    const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    expect(number).toMatch(/-B-\d{8}-001$/);
    await expectFine(page);

    const { page: desk, complaints } = await signIn(browser, app);
    await desk.getByRole('link', { name: 'Look at what was asked for' }).click();
    await desk.getByRole('link', { name: number }).click();
    await desk.getByRole('heading', { name: number }).waitFor();
    // The desk reads what the shop itself calls it.
    await desk.getByText('Garden wedding').first().waitFor();
    await desk.getByRole('button', { name: 'Quote', exact: true }).click();
    const dialog = desk.getByRole('dialog');
    expect(await dialog.getByLabel('Deposit').inputValue()).toBe('360.00');
    await dialog.getByRole('button', { name: 'Send quote' }).click();
    await desk.getByRole('button', { name: 'Quote anew' }).waitFor();
    await expectFine(desk);

    await page.reload();
    await page.getByRole('button', { name: 'Acceptați oferta' }).click();
    await page.getByRole('heading', { name: 'Plătiți avansul' }).waitFor();

    await desk.reload();
    await desk.getByRole('button', { name: 'Record deposit' }).click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Record deposit' }).click();
    await desk.getByRole('button', { name: 'Complete', exact: true }).waitFor();
    await desk.goto(`/admin/calendar?week=${chosen}`);
    await desk.getByRole('link', { name: 'Nuntă, Zoë Weber' }).waitFor();
    await expectFine(desk);
    expect(complaints).toEqual([]);

    await page.reload();
    await page.getByText('Ziua dumneavoastră este păstrată.', { exact: false }).first().waitFor();
    expect(client.complaints).toEqual([]);
    await client.close();

    const other = await visit(browser, app);
    await other.page.goto(`/ro/book?package=${slug}`);
    await nextMonth(other.page);
    expect(await other.page.locator(`input[name="date"][value="${chosen}"]`).isDisabled()).toBe(true);
    await other.close();
  });

  test('is asked for without script; what is wrong is said beside its field', async () => {
    const { page, close } = await visit(browser, app, { script: false });
    await page.goto(`/book?package=${slug}`);
    await page.getByLabel('Occasion').fill('Birthday');
    await page.getByRole('button', { name: 'Month after' }).click();
    await page.getByRole('heading', { name: 'Book your event' }).waitFor();
    await freeDays(page).last().check({ force: true });
    await book(page).click();
    await page.getByRole('link', { name: 'Enter your name.' }).waitFor();
    expect(await page.getByLabel('Occasion').inputValue()).toBe('Birthday');
    await page.getByLabel('Name', { exact: true }).fill('Ana Pop');
    await page.getByLabel('Phone').fill('+4915123461078');
    await book(page).click();
    await page.getByText('Thank you for your request').waitFor();
    await close();
  });
});
