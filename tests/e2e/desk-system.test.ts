import type { Browser, Page } from 'playwright-core';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { openQueue, type Queue } from '#tests/support/queue';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { expectFine, signIn } from './desk-steps.ts';

let app: App;
let browser: Browser;
let queue: Queue;
let page: Page;
let complaints: string[];

// Without a worker: what waits and what has failed stays as it is put there.
openShopAndBrowser((both) => {
  ({ app, browser } = both);
});
beforeAll(async () => {
  queue = await openQueue(app.databaseUrl);
  ({ page, complaints } = await signIn(browser, app));
});
afterAll(async () => {
  await queue?.stop();
});

test('what has failed is seen, understood and tried again', async () => {
  const id = await queue.failed('maintenance');
  await queue.ask('notifications', { notification_id: crypto.randomUUID() });
  await queue.ask('webhooks');
  await queue.take('webhooks', 'done');

  const system = page
    .getByRole('navigation', { name: 'Order desk', exact: true })
    .getByRole('group', { name: 'System' });
  await system.getByRole('link', { name: 'Jobs', exact: true }).click();
  await page.getByRole('heading', { name: 'Jobs', exact: true }).waitFor();
  const failed = page.getByRole('row').filter({ hasText: 'ZodError' });
  await failed.getByText('Failed').waitFor();
  await page.getByRole('row').filter({ hasText: 'Messages' }).getByText('Waiting').waitFor();
  // What is done is not in the way.
  expect(await page.getByRole('row').filter({ hasText: 'Webhooks' }).count()).toBe(0);
  await expectFine(page);

  await page.getByLabel('State').selectOption({ label: 'Done' });
  await page.getByRole('row').filter({ hasText: 'Webhooks' }).getByText('Done').waitFor();
  await page.getByLabel('State').selectOption({ label: 'Failed' });
  await page.getByLabel('Queue').selectOption({ label: 'Webhooks' });
  await page.getByRole('heading', { name: 'No work matches' }).waitFor();
  await page.getByRole('link', { name: 'Clear' }).click();

  await failed.getByRole('button', { name: 'Test' }).click();
  const drawer = page.getByRole('dialog', { name: 'Test' });
  await drawer.getByText(id, { exact: true }).waitFor();
  await expectFine(page);
  await drawer.getByRole('button', { name: 'Try again' }).click();
  await failed.getByText('Will be tried again').waitFor();
  await queue.take('maintenance', 'done');
  await page.goto('/admin/audit?entity=job');
  await page.getByText('Job: retried').waitFor();
});

test('health says in words what is broken and what to do', async () => {
  await page.goto('/admin/dashboard');
  const system = page
    .getByRole('navigation', { name: 'Order desk', exact: true })
    .getByRole('group', { name: 'System' });
  await system.getByRole('link', { name: 'Health' }).click();
  await page.getByRole('heading', { name: 'Health', exact: true }).waitFor();
  const line = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await line('Database').getByText('Fine').waitFor();
  await line('Mail').getByText('Have a look').waitFor();
  await line('Mail').getByText('Set SMTP_URL and MAIL_FROM').waitFor();
  await line('Failed jobs').getByText('Fine').waitFor();
  await expectFine(page);

  for (let at = 0; at < 10; at += 1) await queue.failed('maintenance');
  await page.getByRole('link', { name: 'Look again' }).click();
  await line('Failed jobs').getByText('Broken').waitFor();
  await page.getByText(/things? (is|are) broken/).waitFor();
  await expectFine(page);
  await line('Failed jobs').getByRole('link', { name: 'Show what failed' }).click();
  await page.getByRole('heading', { name: 'Jobs', exact: true }).waitFor();
  await page.getByText('1–10 of 10').waitFor();

  // After an outage it is not one that failed.
  await page.getByLabel('Choose all on this page').check();
  await page.getByRole('button', { name: 'Try again (10)' }).waitFor();
  await expectFine(page);
  await page.getByRole('button', { name: 'Try again (10)' }).click();
  await page.getByText('10 on the way again.').waitFor();
  await page.getByRole('heading', { name: 'No work matches' }).waitFor();
});

test('messages that were not sent are sent again together', async () => {
  const client = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
  for (const name of ['ana', 'ben']) {
    await client`insert into notifications
      (id, event, channel, audience, recipient, subject, body, status, dedupe_key, attempts, error)
      values (gen_random_uuid(), 'order_placed', 'email', 'customer', ${`${name}@example.com`}, 'Your order', 'Hello',
        'failed', ${name}, 13, 'There was no answer.')`;
  }
  await page.goto('/admin/outbox');
  await page.getByRole('heading', { name: 'Outbox' }).waitFor();
  await page.getByLabel('State').selectOption({ label: 'Failed' });
  await page.getByLabel('Choose the message to ana@example.com').check();
  await page.getByLabel('Choose the message to ben@example.com').check();
  await expectFine(page);
  await page.getByRole('button', { name: 'Send again (2)' }).click();
  await page.getByText('2 on the way again.').waitFor();
  await page.getByRole('heading', { name: 'No message matches' }).waitFor();
  const [row] = await client`select count(*)::int as count from domain_events where topic = 'notice.retried'`;
  await client.end();
  expect(row?.count).toBe(2);
  expect(complaints).toEqual([]);
});

test('only admins find the way', async () => {
  const vera = { username: 'vera', password: 'correct horse battery' };
  const { send } = await openDesk(app);
  await send('POST', '/users', { ...vera, name: 'Vera', role: 'staff' });
  const { page: hers } = await signIn(browser, app, vera);
  await hers.getByRole('link', { name: 'Orders', exact: true }).first().waitFor();
  expect(await hers.getByRole('group', { name: 'System' }).count()).toBe(0);
  for (const path of ['/admin/jobs', '/admin/health', '/admin/audit', '/admin/outbox']) {
    expect((await hers.goto(path))?.status(), path).toBe(404);
  }
  await hers.context().close();
});
