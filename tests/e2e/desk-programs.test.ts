import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { launchBrowser } from '#tests/support/browser';
import { isSigned, type Receiver, startReceiver } from '#tests/support/receiver';
import { expectFine, signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;
let receiver: Receiver;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  receiver = await startReceiver();
  [app, browser] = await Promise.all([
    startApp({ env: { WORKER: 'inline', WEBHOOK_ALLOW_PRIVATE: 'on' } }),
    launchBrowser(),
  ]);
  ({ page, complaints } = await signIn(browser, app));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  await receiver?.stop();
});

test('a key is made, shown once, used within its scopes and revoked', async () => {
  await page.goto('/admin/settings');
  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog', { name: 'New API key' });
  await dialog.getByLabel('Used by').fill('Till');
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await dialog.getByText('Choose what it may do.').waitFor();
  await expectFine(page);
  await dialog.getByLabel('orders:read').check();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  const shown = page.getByRole('dialog', { name: 'Your new key' });
  const key = (await shown.locator('code').first().textContent()) ?? '';
  await expectFine(page);
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('row').filter({ hasText: 'Till' }).getByText('Good').waitFor();
  await expectFine(page);
  expect(await page.content()).not.toContain(key);

  const ask = (path: string) => fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask('/api/admin/orders')).status).toBe(200);
  expect((await ask('/api/admin/customers')).status).toBe(403);
  // The pages of the desk never take one.
  expect((await ask('/admin/dashboard')).url).toBe(`${app.url}/admin`);
  await page.getByRole('button', { name: 'Revoke the key of Till' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click();
  await page.getByText('The key of Till is revoked.').waitFor();
  expect((await ask('/api/admin/orders')).status).toBe(401);
});

test('a webhook is added and tested; what failed is seen and sent again', async () => {
  await page.goto('/admin/settings');
  await page.getByRole('link', { name: 'Webhooks' }).click();
  await page.getByRole('button', { name: 'New webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'New webhook' });
  await dialog.getByLabel('Address').fill(receiver.url.replace('http:', 'ftp:'));
  await dialog.getByLabel('An order is placed').check();
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await dialog.getByText('The address has to begin with https://.').waitFor();
  await expectFine(page);
  await dialog.getByLabel('Address').fill(receiver.url);
  await dialog.getByLabel('Used by').fill('Bookkeeping');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  const shown = page.getByRole('dialog', { name: 'The secret of this webhook' });
  const secret = (await shown.locator('code').first().textContent()) ?? '';
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('link', { name: 'Bookkeeping' }).waitFor();
  await expectFine(page);

  await page.getByRole('link', { name: 'Bookkeeping' }).click();
  receiver.answer = (response) => response.writeHead(500).end();
  await page.getByRole('button', { name: 'Send a test' }).click();
  const row = page.getByRole('row').filter({ hasText: 'test' });
  await row.getByText('Failed').waitFor();
  await row.getByText('It answered 500.').waitFor();
  await expectFine(page);
  const [received] = receiver.received;
  expect(received && isSigned(received, secret)).toBe(true);

  receiver.answer = (response) => response.writeHead(204).end();
  await row.getByRole('button', { name: 'test' }).click();
  const drawer = page.getByRole('dialog', { name: 'test' });
  await drawer.getByText('"event": "test"').waitFor();
  await expectFine(page);
  await drawer.getByRole('button', { name: 'Send again' }).click();
  await row.getByText('Delivered').waitFor();
  expect(receiver.received.map(({ id }) => id)).toEqual([received?.id, received?.id]);

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pause webhook' }).click();
  await page.getByRole('button', { name: 'Start again' }).waitFor();
  await expectFine(page);
  expect(complaints).toEqual([]);
});
