import { connect } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { openDesk } from '#tests/support/desk';
import { type Durable, killDatabase, startDurable } from '#tests/support/durable';
import { type Listening, listenTo } from '#tests/support/streams';
import { orNull, until } from '#tests/support/wait';

const STREAMS = 1000;

/** So many at once; the connections a server has not accepted yet wait in a queue that is not longer. */
async function listenAll(url: string, count: number, query: string): Promise<Listening[]> {
  const all: Listening[] = [];
  while (all.length < count) {
    const some = Array.from({ length: Math.min(50, count - all.length) }, () => listenTo(url, query));
    all.push(...(await Promise.all(some)));
  }
  await Promise.all(all.map((one) => one.hears('hello', {}, 20_000)));
  return all;
}

describe('the database restarts under a thousand streams', () => {
  let durable: Durable;
  beforeAll(async () => {
    durable = await startDurable();
  });
  afterAll(() => durable?.stop());

  it('nobody misses an event', async () => {
    const { app } = durable;
    const desk = await openDesk(app);
    const products = await Promise.all(Array.from({ length: 6 }, () => desk.newProduct({ stock_mode: 'tracked' })));
    const streams = await listenAll(app.url, STREAMS, 'topics=stock');
    const sql = postgres(durable.databaseUrl, { max: 1, onnotice: () => undefined });
    const told: string[] = [];
    const sell = async (index: number) => {
      const variant_id = products[index]?.variantId ?? '';
      const wish = { variant_id, quantity: 3, reason: 'count', note: '', actor: { kind: 'system' } };
      await sql`select adjust_stock(${sql.json(wish)})`;
      told.push(variant_id);
    };
    await sell(0);
    await sell(1);
    // Committed in the moment before: the notice may never have been heard.
    await sell(2);
    await killDatabase(durable, 'all processes');
    // Written past the app, before it may have listened again.
    await until('a change after the restart', 30_000, () => orNull(sell(3).then(() => true)));
    await sell(4);
    await sell(5);
    await Promise.all(
      streams.flatMap((one) => told.map((variant_id) => one.hears('stock', { variant_id, stock_quantity: 3 }, 30_000))),
    );
    expect(new Set(told).size).toBe(6);
    expect(streams.filter((one) => one.isOver() || one.events.some(({ event }) => event === 'reset'))).toEqual([]);
    for (const one of streams) one.close();
    await sql.end();
  });
});

describe('a server with streams', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({ preset: 'blank' });
  });
  afterAll(() => app?.stop());

  const openStreams = async (token: string): Promise<{ open: number; cut: number }> => {
    const answer = await fetch(`${app.url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
    const text = await answer.text();
    const figure = (name: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `))
          ?.split(' ')[1],
      );
    return { open: figure('barrow_streams_open'), cut: figure('barrow_streams_total{result="cut"}') };
  };

  it('cuts off who does not read, and serves who does', async () => {
    const desk = await openDesk(app);
    const { variantId } = await desk.newProduct({ stock_mode: 'tracked' });
    const reader = await listenTo(app.url, 'topics=stock,desk', { authorization: `Bearer ${desk.token}` });
    await reader.hears('hello');
    const slow = connect({ port: Number(new URL(app.url).port), host: '127.0.0.1' });
    await new Promise((resolve) => slow.once('connect', resolve));
    slow.pause();
    slow.on('error', () => undefined);
    slow.write('GET /api/events?topics=stock HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await until('both are open', 5000, async () => (await openStreams(desk.token)).open === 2);

    const sql = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
    const [product] = await sql<
      { id: string }[]
    >`select product_id as id from product_variants where id = ${variantId}`;
    // Goods enough that what is said about all of them fills the buffers of the connection, round by round.
    await sql`insert into product_variants (id, product_id, title, price_minor, stock_mode, stock_quantity)
      select gen_random_uuid(), ${product?.id ?? ''}, 'V' || n, 100, 'tracked', 5 from generate_series(1, 500) n`;
    await until('the slow reader is cut off', 60_000, async () => {
      await sql`select append_event('stock.changed', 'variant', id::text, '{}')
        from product_variants cross join generate_series(1, 10)`;
      return (await openStreams(desk.token)).cut === 1;
    });
    await desk.send('PATCH', `/variants/${variantId}/stock`, { stock_quantity: 1 });
    await reader.hears('stock', { variant_id: variantId, stock_quantity: 1 }, 30_000);
    expect(reader.isOver()).toBe(false);
    slow.destroy();
    reader.close();
    await sql.end();
  });

  it('ends with fifty streams open within 10 s, and tells each when to come back', async () => {
    const streams = await listenAll(app.url, 50, 'topics=stock,slots');
    const pid = app.pid();
    if (pid === undefined) throw new Error('the app has no process');
    const began = Date.now();
    process.kill(pid, 'SIGTERM');
    expect(await app.ended()).toBe(0);
    expect(Date.now() - began).toBeLessThan(10_000);
    await until('all are over', 2000, () => streams.every((one) => one.isOver()));
    const waits = new Set(streams.map((one) => /retry: (\d+)\n\n$/.exec(one.text())?.[1]));
    expect(waits.has(undefined)).toBe(false);
    // Spread, or the next process is overrun.
    expect(waits.size).toBeGreaterThan(20);
  });
});
