import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import postgres from 'postgres';
import { z } from 'zod';
import type { ContentType } from '#lib/i18n/content-fields';
import type { Language } from '#lib/i18n/languages';
import type { App } from '#tests/support/app';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 860 };

/** Sold by number, in several variants, of the bakery. */
export const LOAF = { path: '/products/ember-sourdough', name: 'Ember Sourdough' };

export type Visit = { page: Page; complaints: string[]; close: () => Promise<void> };

/** A browser of somebody new. What its console complains about is kept; answers that are meant to be errors are not. */
export async function visit(
  browser: Browser,
  app: App,
  { viewport = PHONE, script = true }: { viewport?: typeof PHONE; script?: boolean } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport, javaScriptEnabled: script, baseURL: app.url });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isExpected = message.text().includes('status of 404');
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

const findings = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What axe finds on the page as it stands. */
export async function axeFindings(page: Page): Promise<string[]> {
  // After a soft navigation the new body may stand before the new title does.
  await page.waitForFunction(() => document.title !== '');
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated rather than added as a script: the policy of the page allows only its own.
  await page.evaluate(source);
  const { violations } = findings.parse(await page.evaluate('axe.run(document)'));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** A product into the cart; with script the drawer opens, without it the page of the cart. */
export async function addToCart(page: Page, path = LOAF.path): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Add to cart' }).click();
}

export type Contact = { name: string; phone: string };

export async function fillContact(page: Page, { name, phone }: Contact): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Phone', { exact: true }).fill(phone);
}

/** The times of one way, as long as it is the chosen one. */
export const times = (page: Page, way: 'pickup' | 'delivery' = 'pickup') =>
  page.getByRole('group', { name: way === 'pickup' ? 'When would you like to pick it up?' : 'When may we come?' });

/** Chooses the first time that is offered; answers how the order will say it: `10:00`. */
export async function chooseTime(page: Page, way: 'pickup' | 'delivery' = 'pickup'): Promise<string> {
  const ticket = times(page, way).locator('label.slot').first();
  await ticket.getByRole('radio').check();
  return (await ticket.locator('b').textContent()) ?? '';
}

export const orderButton = (page: Page) => page.getByRole('button', { name: /^Order and pay/ });

/** Straight to the database of the running app. */
export async function inDatabase<T>(app: App, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Says fields of an object in a language, each of `[source, translation]`, before any page that shows them is kept. */
export async function translate(
  sql: postgres.Sql,
  type: ContentType,
  id: string,
  language: Language,
  texts: Record<string, readonly [source: string, text: string]>,
): Promise<void> {
  for (const [field, [source, text]] of Object.entries(texts)) {
    await sql`
      insert into translations (id, content_type, object_id, language_code, field_name, translated_text, source_hash)
      values (gen_random_uuid(), ${type}, ${id}, ${language}, ${field}, ${text}, encode(sha256(${source}::bytea), 'hex'))
      on conflict (content_type, object_id, language_code, field_name) do update set translated_text = excluded.translated_text`;
  }
}

/** How many orders came from this phone, as stored. */
export const countOrders = (app: App, phone: string): Promise<number> =>
  inDatabase(app, async (sql) => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int from orders where customer_phone = ${phone}`;
    return row?.count ?? 0;
  });

/** Leaves so many of every variant of a product, as if others had bought the rest. */
export const leave = (app: App, slug: string, count: number): Promise<void> =>
  inDatabase(app, async (sql) => {
    await sql`update product_variants v set stock_mode = 'tracked', stock_quantity = ${count}
      from products p where p.id = v.product_id and p.slug = ${slug}`;
  });
