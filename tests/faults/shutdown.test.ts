import { connect } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { NO_FLAWS, readFlaws } from '#tests/support/books';
import { openDesk, orderBody, sendOrder } from '#tests/support/desk';
import { until } from '#tests/support/wait';

let app: App;
beforeAll(async () => {
  app = await startApp({ preset: 'blank' });
});
afterAll(() => app?.stop());

const isRefused = (url: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.once('error', () => resolve(true));
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
  });

it('finishes what it has begun after SIGTERM, takes nothing new, and ends with 0 within 10 s', async () => {
  const desk = await openDesk(app);
  const { variantId } = await desk.newProduct({ stock_quantity: 20 });
  // Warm connections that idle: none of them may hold up the end.
  await Promise.all(Array.from({ length: 10 }, async () => (await fetch(`${app.url}/api/products`)).text()));
  const holder = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
  const watcher = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });

  let orders: Promise<number[]> = Promise.resolve([]);
  let began = 0;
  await holder.begin(async (sql) => {
    await sql`select 1 from product_variants where id = ${variantId} for update`;
    orders = Promise.all(
      Array.from({ length: 3 }, async () => {
        const response = await sendOrder(app.url, orderBody([variantId]), crypto.randomUUID());
        await response.json();
        return response.status;
      }),
    );
    await until('three orders wait for the variant', 2000, async () => {
      const [row] = await watcher<{ waiting: number }[]>`select count(*)::int as waiting from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.waiting === 3;
    });
    const pid = app.pid();
    if (pid === undefined) throw new Error('the app has no process');
    began = Date.now();
    process.kill(pid, 'SIGTERM');
    await until('no new connections', 1500, () => isRefused(app.url));
  });

  expect(await orders).toEqual([201, 201, 201]);
  const answeredAt = Date.now();
  expect(await app.ended()).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  // Nothing is left to wait for, although these clients would keep their connections.
  expect(Date.now() - answeredAt).toBeLessThan(3000);
  expect(await readFlaws(watcher)).toEqual(NO_FLAWS);
  await Promise.all([holder.end(), watcher.end()]);
});
