import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { audit, NO_FLAWS, readStock } from '#tests/support/books';
import { startBuyers } from '#tests/support/buyers';
import { cloneSeeded, dropDatabase } from '#tests/support/database';
import { openDesk } from '#tests/support/desk';
import { type Line, openLine } from '#tests/support/line';
import { rounds } from '#tests/support/rounds';

const ROUNDS = rounds(3);
const START = 1_000_000;
const ENDS_MS = 8000;
/** Enough for each of six buyers to meet the cut more than once. */
const REFUSED_SENDS = 20;

let databaseUrl: string;
let line: Line;
let app: App;
beforeAll(async () => {
  ({ url: databaseUrl } = await cloneSeeded('blank'));
  line = await openLine(databaseUrl);
  app = await startApp({ databaseUrl: line.url });
});
afterAll(async () => {
  await app?.stop();
  await line?.close();
  await dropDatabase(databaseUrl);
});

it(
  `answers in time and tears nothing while the line to the database is cut ${ROUNDS} times under six buyers`,
  async () => {
    const desk = await openDesk(app);
    const { slug, variantId } = await desk.newProduct({ stock_quantity: START });
    const kept = ['/', '/products', `/api/products/${slug}`];
    for (const path of kept) expect((await fetch(`${app.url}${path}`)).status, path).toBe(200);
    const buyers = startBuyers(app.url, [variantId], 6);
    await buyers.confirmations(6);
    for (let round = 0; round < ROUNDS; round += 1) {
      await buyers.sends(1 + Math.floor(Math.random() * 30));
      line.cut();
      await buyers.sends(REFUSED_SENDS);
      for (const path of kept) expect((await fetch(`${app.url}${path}`)).status, `${path} while cut`).toBe(200);
      line.mend();
      await buyers.confirmations(1);
      expect(await audit(databaseUrl), `after round ${round + 1}`).toEqual(NO_FLAWS);
    }
    await buyers.confirmations(6);
    await buyers.close();

    expect(buyers.surprises).toEqual([]);
    expect(buyers.slowestMs()).toBeLessThan(ENDS_MS);
    expect(await buyers.resendAll()).toEqual([]);
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
    const rows = await sql<{ id: string }[]>`select id from orders`;
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(buyers.purchases.map(({ orderId }) => orderId)));
    expect(await readStock(sql, variantId)).toEqual({ left: START - rows.length, sold: rows.length });
    await sql.end();
  },
  60_000 + ROUNDS * 30_000,
);
