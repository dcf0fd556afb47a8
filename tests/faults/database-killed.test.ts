import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { audit, NO_FLAWS, readFlaws, readStock } from '#tests/support/books';
import { startBuyers } from '#tests/support/buyers';
import { openDesk } from '#tests/support/desk';
import { type Durable, killDatabase, startDurable, VICTIMS } from '#tests/support/durable';
import { rounds } from '#tests/support/rounds';

const ROUNDS = rounds(3);
const START = 1_000_000;
const BACK_MS = 5000;

let shop: Durable;
beforeAll(async () => {
  shop = await startDurable();
});
afterAll(() => shop?.stop());

it(
  `loses and tears nothing when PostgreSQL is killed ${ROUNDS} times under six buyers`,
  async () => {
    const desk = await openDesk(shop.app);
    const [one, two] = [
      await desk.newProduct({ stock_quantity: START }),
      await desk.newProduct({ stock_quantity: START }),
    ];
    const buyers = startBuyers(shop.app.url, [one.variantId, two.variantId], 6);
    await buyers.confirmations(6);
    const recoveries: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const victim = VICTIMS[round % VICTIMS.length] ?? 'first process';
      await buyers.sends(1 + Math.floor(Math.random() * 60));
      const backAt = await killDatabase(shop, victim);
      await buyers.confirmations(1);
      const ms = Date.now() - backAt;
      if (ms > BACK_MS) recoveries.push(`${victim}: ${ms} ms`);
      expect(await audit(shop.databaseUrl), `after round ${round + 1}`).toEqual(NO_FLAWS);
    }
    await buyers.confirmations(6);
    await buyers.close();

    expect(recoveries, 'slow to serve again').toEqual([]);
    expect(buyers.surprises).toEqual([]);
    expect(buyers.slowestMs()).toBeLessThan(8000);
    expect(await buyers.resendAll()).toEqual([]);

    const sql = postgres(shop.databaseUrl, { max: 1, onnotice: () => undefined });
    const rows = await sql<{ id: string }[]>`select id from orders`;
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(buyers.purchases.map(({ orderId }) => orderId)));
    expect(await readFlaws(sql)).toEqual(NO_FLAWS);
    for (const { variantId } of [one, two]) {
      expect(await readStock(sql, variantId)).toEqual({ left: START - rows.length, sold: rows.length });
    }
    await sql.end();
  },
  60_000 + ROUNDS * 30_000,
);
