import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { enterDesk } from './desk-steps.ts';

let app: App;
let browser: Browser;
let page: Page;

openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: app.url })).newPage();
  await enterDesk(page, app);
});

/** Adds somebody and waits for their page. */
async function add(person: { name: string; phone: string; email: string }): Promise<void> {
  await page.goto('/admin/customers');
  await page.getByRole('button', { name: 'Add customer' }).click();
  const dialog = page.getByRole('dialog', { name: 'New customer' });
  await dialog.getByLabel('Name').fill(person.name);
  await dialog.getByLabel('Phone').fill(person.phone);
  await dialog.getByLabel('E-mail').fill(person.email);
  await dialog.getByRole('button', { name: 'Add customer' }).click();
}

describe('a customer at the desk', () => {
  test('is put on file once; an e-mail that another has is told at its field', async () => {
    await add({ name: 'Edda Sommer', phone: '+49 30 901820', email: 'edda@example.com' });
    await page.getByRole('heading', { name: 'Edda Sommer' }).waitFor();

    await add({ name: 'Edda Winter', phone: '+49 30 901821', email: 'EDDA@example.com' });
    const dialog = page.getByRole('dialog', { name: 'New customer' });
    await dialog.getByText('Another customer has this e-mail address.').waitFor();
    const email = dialog.getByLabel('E-mail');
    expect(await email.getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Edda Winter');
    await email.fill('winter@example.com');
    await dialog.getByRole('button', { name: 'Add customer' }).click();
    await page.getByRole('heading', { name: 'Edda Winter' }).waitFor();
  });

  test('is changed, with a flag, tags and an address', async () => {
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit Edda Winter' });
    await dialog.getByLabel('Phone').fill('+49 30 901820');
    await dialog.getByRole('button', { name: 'Save customer' }).click();
    await dialog.getByText('Another customer has this phone number.').waitFor();
    await dialog.getByLabel('Phone').fill('+49 30 901822');
    await dialog.getByLabel(/Call back/).check();
    await dialog.getByLabel('Tags').fill('choir, Tuesday');
    await dialog.getByRole('button', { name: 'Save customer' }).click();
    await page.getByText('Edda Winter is saved.').waitFor();
    await page.getByText('choir', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const address = page.getByRole('dialog', { name: 'New address' });
    await address.getByRole('button', { name: 'Add address' }).click();
    await address.getByText('Enter street and number.').waitFor();
    await address.getByLabel('Street and number').fill('Lindenweg 3');
    await address.getByLabel('Town').fill('Berlin');
    await address.getByLabel('Deliver here unless told otherwise').check();
    await address.getByRole('button', { name: 'Add address' }).click();
    await page.getByText('Lindenweg 3').waitFor();
    expect(await page.getByRole('link', { name: 'New order' }).getAttribute('href')).toMatch(
      /^\/admin\/orders\/new\?customer=[0-9a-f-]{36}$/,
    );
  });

  test('is found by name, phone and e-mail, archived, and brought back by undo', async () => {
    for (const words of ['winter', '030 901822', 'winter@example.com']) {
      await page.goto(`/admin/customers?q=${encodeURIComponent(words)}`);
      await page.getByRole('link', { name: 'Edda Winter' }).waitFor();
      expect(await page.locator('.row-link').count(), words).toBe(1);
    }
    await page.getByRole('link', { name: 'Edda Winter' }).click();
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByRole('button', { name: 'Archive customer' }).click();
    await page.getByText('This customer is archived').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Edda Winter is on file again.').waitFor();
    await page.getByRole('link', { name: 'New order' }).waitFor();
  });
});
