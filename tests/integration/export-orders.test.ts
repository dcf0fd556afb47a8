import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '#lib/context';
import { databaseUrl } from '#lib/env';
import { csvDownload } from '#lib/http/download';
import { orderFiltersInput } from '#lib/orders/input';
import { exportOrders } from '#lib/orders/queries';
import { fillShop } from '#scripts/bench/scale/fill';
import { contextOf } from '#tests/factories/shop';

const SIZE = { orders: 5000, customers: 500, products: 100 };
/** One connection: whoever holds it keeps everybody else waiting. */
const client = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
let sent = 0;
let ctx: Context;

beforeAll(async () => {
  await fillShop(client, SIZE, new Date());
  const db = drizzle(client, { casing: 'snake_case', logger: { logQuery: () => (sent += 1) } });
  ctx = contextOf({ kind: 'system', name: 'test' }, { db });
});
afterAll(() => client.end());

const download = () => csvDownload('orders.csv', exportOrders(ctx, orderFiltersInput.parse({})));

it('brings every order once, and reads no further than its reader', async () => {
  sent = 0;
  const response = await download();
  const atStart = sent;
  const text = await response.text();
  const numbers = text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0]);
  expect(new Set(numbers).size).toBe(SIZE.orders);
  expect(numbers).toHaveLength(SIZE.orders);
  // Nobody had asked for more than the first pieces until the text was read.
  expect(atStart).toBeLessThan(sent / 2);
});

it('stops at once when the download is cancelled, and its connection is free', async () => {
  sent = 0;
  const reader = (await download()).body?.getReader();
  await reader?.read();
  await reader?.read();
  await reader?.cancel();
  const untilThen = sent;
  const [{ busy } = { busy: -1 }] = await client`
    select count(*)::int as busy from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`;
  expect(busy).toBe(0);
  expect(sent).toBe(untilThen);
  expect(untilThen).toBeLessThan(5);
});
