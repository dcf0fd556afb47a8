import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { NO_FLAWS, readFlaws, readStock } from '#tests/support/books';
import { type Desk, openDesk, orderBody, sendOrder } from '#tests/support/desk';

let app: App;
let desk: Desk;
let sql: postgres.Sql;
beforeAll(async () => {
  app = await startApp({ preset: 'blank' });
  desk = await openDesk(app);
  sql = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql?.end();
  await app?.stop();
});

async function outcomeOf(response: Response): Promise<string> {
  const { error } = await response.json();
  return `${response.status} ${error?.code ?? ''}`.trim();
}

function counted(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

it('sells the last ten to exactly ten of 300 buyers at once, over HTTP', async () => {
  const { variantId } = await desk.newProduct({ stock_quantity: 10 });
  const outcomes = await Promise.all(
    Array.from({ length: 300 }, async () =>
      outcomeOf(await sendOrder(app.url, orderBody([variantId]), crypto.randomUUID())),
    ),
  );
  expect(counted(outcomes)).toEqual({ '201': 10, '409 STK_001': 290 });
  expect(await readStock(sql, variantId)).toEqual({ left: 0, sold: 10 });
  expect(await readFlaws(sql)).toEqual(NO_FLAWS);
});

it('lets crossed carts of two products find every piece a buyer', async () => {
  const [one, two] = [await desk.newProduct({ stock_quantity: 25 }), await desk.newProduct({ stock_quantity: 25 })];
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, async (_, index) => {
      const pair = [one.variantId, two.variantId];
      const body = orderBody(index % 2 === 0 ? pair : pair.reverse());
      return outcomeOf(await sendOrder(app.url, body, crypto.randomUUID()));
    }),
  );
  expect(counted(outcomes)).toEqual({ '201': 25, '409 STK_001': 75 });
  for (const { variantId } of [one, two]) expect(await readStock(sql, variantId)).toEqual({ left: 0, sold: 25 });
  expect(await readFlaws(sql)).toEqual(NO_FLAWS);
});

it('makes one order of one key in twelve parallel sends', async () => {
  const { variantId } = await desk.newProduct({ stock_quantity: 10 });
  const [key, body] = [crypto.randomUUID(), orderBody([variantId])];
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const response = await sendOrder(app.url, body, key);
      const { data } = await response.json();
      return {
        status: response.status,
        id: data?.id,
        isReplay: response.headers.get('idempotent-replayed') === 'true',
      };
    }),
  );
  expect(counted(answers.map(({ status }) => String(status)))).toEqual({ '201': 12 });
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
  expect(await readStock(sql, variantId)).toEqual({ left: 9, sold: 1 });

  const other = JSON.stringify({ ...JSON.parse(body), preferred_time: 'noon' });
  expect(await outcomeOf(await sendOrder(app.url, other, key))).toBe('422 REQ_003');
  // Another person's key of the same spelling is another key.
  expect(await outcomeOf(await sendOrder(app.url, orderBody([variantId]), key))).toBe('201');
  expect(await readStock(sql, variantId)).toEqual({ left: 8, sold: 2 });
});
