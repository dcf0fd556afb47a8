import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#lib/auth/secrets';
import type { App } from '#tests/support/app';
import { openShopAndBrowser } from '#tests/support/shop-and-browser';
import { until } from '#tests/support/wait';
import { axeFindings, DESK, inDatabase, PHONE, visit } from './customer-steps.ts';
import { enterDesk } from './desk-steps.ts';

const PASSWORD = 'three loaves of rye';
let app: App;
let browser: Browser;

openShopAndBrowser(
  (both) => {
    ({ app, browser } = both);
  },
  { env: { WORKER: 'inline' } },
);
beforeAll(async () => {
  // Its queues are looked into as well.
  await until('the queues are there', 30_000, () =>
    inDatabase(app, async (sql) => (await sql`select 1 from pg_tables where schemaname = 'pgboss'`).length > 0),
  );
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** A dialog that is still fading in has not its colors yet. */
const isStill = (page: Page) =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
const looksRight = async (page: Page) => {
  await isStill(page);
  expect(await axeFindings(page)).toEqual([]);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(isWide, page.url()).toBe(false);
};

/** Somebody with an account and one order that is `status`; answers its number and the customer's id. */
async function makePerson(name: string, email: string, status: string) {
  const hash = await hashPassword(PASSWORD);
  return inDatabase(app, async (sql) => {
    const [user] = await sql`insert into users (id, email, name, role, password_hash)
      values (gen_random_uuid(), ${email}, ${name}, 'customer', ${hash}) returning id`;
    const [customer] = await sql<{ id: string }[]>`insert into customers (id, user_id, name, email)
      values (gen_random_uuid(), ${user?.id}, ${name}, ${email}) returning id`;
    const [order] = await sql<{ id: string; number: string }[]>`
      update orders set customer_id = ${customer?.id ?? ''}, customer_name = ${name}, status = ${status}
      where id = (select id from orders where status = 'completed' and not exists (
        select 1 from payments where order_id = orders.id and status = 'submitted') order by placed_at limit 1)
      returning id, order_number as number`;
    return { customerId: customer?.id ?? '', orderId: order?.id ?? '', number: order?.number ?? '' };
  });
}

/** Tables of the running shop, its queues included, in which one of these words stands. */
const tablesWith = (words: string[]) =>
  inDatabase(app, async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`;
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await sql`select exists (select 1 from ${sql.unsafe(name)} t, unnest(${words}::text[]) w
        where position(lower(w) in lower(t::text)) > 0) as there`;
      if (row?.there) found.push(name);
    }
    return found;
  });

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/login?next=/account/details');
  await page.getByLabel('E-mail or phone').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await press(page, 'Sign in');
}
async function download(page: Page, button: string): Promise<Record<string, unknown>> {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
  expect(file.suggestedFilename()).toMatch(/^personal-data-\d{4}-\d\d-\d\d\.json$/);
  return JSON.parse(await readFile(await file.path(), 'utf8'));
}

test.each([PHONE, DESK])(
  'a customer takes their data along and is forgotten, on a page $width wide',
  async (viewport) => {
    const email = `leaving.${viewport.width}@example.com`;
    const { number, orderId } = await makePerson('Lea Ving', email, 'confirmed');
    const { page, complaints, close } = await visit(browser, app, { viewport });
    await signIn(page, email);
    await page.getByRole('heading', { name: 'Your data' }).waitFor();
    await looksRight(page);
    const data = await download(page, 'Download my data');
    expect(await tablesWith([email, 'Lea Ving'])).toContain('public.customers');
    expect(data).toMatchObject({ customer: { email }, orders: [{ order_number: number }] });

    await page.getByRole('link', { name: /^Erase my data/ }).click();
    await page.getByRole('heading', { name: 'Erase your data' }).waitFor();
    await page.getByRole('link', { name: number }).waitFor();
    await looksRight(page);
    await inDatabase(app, (sql) => sql`update orders set status = 'completed' where id = ${orderId}`);
    await page.reload();
    await page.getByLabel('Your password').fill('something else');
    await press(page, 'Erase my data');
    await page.getByText('This is not your present password.').waitFor();
    await looksRight(page);
    await page.getByLabel('Your password').fill(PASSWORD);
    await press(page, 'Erase my data');
    await page.getByText('Your data is erased').waitFor();
    await looksRight(page);
    await signIn(page, email);
    await page.getByText('That did not match').waitFor();
    expect(complaints).toEqual([]);
    await close();
  },
);

test('both work without script', async () => {
  const email = 'leaving.plain@example.com';
  await makePerson('Jo Plain', email, 'completed');
  const { page, close } = await visit(browser, app, { script: false });
  await signIn(page, email);
  expect(await download(page, 'Download my data')).toMatchObject({ customer: { email } });
  await page.getByRole('link', { name: /^Erase my data/ }).click();
  await press(page, 'Erase my data');
  await page.getByText('Enter your present password.').waitFor();
  await page.getByLabel('Your password').fill(PASSWORD);
  await press(page, 'Erase my data');
  await page.getByText('Your data is erased').waitFor();
  await close();
});

test('an admin does both for somebody who asks, and sets how long guests are kept', async () => {
  const { customerId, orderId, number } = await makePerson('Ask Ing', 'asking@example.com', 'ready');
  const { page, complaints, close } = await visit(browser, app, { viewport: DESK });
  await enterDesk(page, app);
  await page.goto(`/admin/customers/${customerId}`);
  expect(await download(page, 'Download all')).toMatchObject({ customer: { id: customerId } });
  await press(page, 'Erase');
  const held = page.getByRole('dialog', { name: 'Ask Ing cannot be erased yet' });
  await held.getByRole('link', { name: number }).waitFor();
  await looksRight(page);
  await inDatabase(app, (sql) => sql`update orders set status = 'completed' where id = ${orderId}`);
  await page.reload();
  await press(page, 'Erase');
  const dialog = page.getByRole('dialog', { name: 'Erase Ask Ing?' });
  await dialog.waitFor();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('This customer was erased').waitFor();
  await page.getByRole('heading', { name: 'Erased customer' }).waitFor();
  await looksRight(page);

  await page.goto('/admin/settings');
  const privacy = page.getByRole('form', { name: 'Privacy' });
  await privacy.getByLabel(/^Forget guests after/).fill('2');
  await privacy.getByRole('button', { name: 'Save privacy' }).click();
  await privacy.getByText('Use 3 to 120 months.').waitFor();
  await privacy.getByLabel(/^Forget guests after/).fill('36');
  await privacy.getByRole('button', { name: 'Save privacy' }).click();
  await page.getByText('Saved.').waitFor();
  await looksRight(page);
  expect(complaints).toEqual([]);
  await close();
});
