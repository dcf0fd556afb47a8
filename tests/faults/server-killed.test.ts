import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';
import { audit, NO_FLAWS, readFlaws, readStock } from '#tests/support/books';
import { startBuyers } from '#tests/support/buyers';
import { openDesk } from '#tests/support/desk';
import { rounds } from '#tests/support/rounds';

const ROUNDS = rounds(3);
const START = 1_000_000;

let app: App;
beforeAll(async () => {
  app = await startApp({ preset: 'blank' });
});
afterAll(() => app?.stop());

it(
  `loses and tears nothing when the server is killed ${ROUNDS} times under six buyers`,
  async () => {
    const desk = await openDesk(app);
    const { variantId } = await desk.newProduct({ stock_quantity: START });
    const buyers = startBuyers(app.url, [variantId], 6);
    await buyers.confirmations(6);
    for (let round = 0; round < ROUNDS; round += 1) {
      await buyers.sends(1 + Math.floor(Math.random() * 60));
      await app.restart();
      await buyers.confirmations(1);
      expect(await audit(app.databaseUrl), `after round ${round + 1}`).toEqual(NO_FLAWS);
    }
    await buyers.confirmations(6);
    await buyers.close();

    expect(buyers.surprises).toEqual([]);
    expect(await buyers.resendAll()).toEqual([]);
    const sql = postgres(app.databaseUrl, { max: 1, onnotice: () => undefined });
    const rows = await sql<{ id: string }[]>`select id from orders`;
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(buyers.purchases.map(({ orderId }) => orderId)));
    expect(await readFlaws(sql)).toEqual(NO_FLAWS);
    expect(await readStock(sql, variantId)).toEqual({ left: START - rows.length, sold: rows.length });
    await sql.end();
  },
  60_000 + ROUNDS * 30_000,
);
