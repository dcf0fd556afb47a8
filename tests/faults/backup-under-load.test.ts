import { join } from 'node:path';
import postgres from 'postgres';
import { expect, it } from 'vitest';
import { env } from '#lib/env';
import { placeOrder } from '#lib/orders/commands';
import { makeProduct, newPhone, orderOf, setSetting, visitor } from '#tests/factories/shop';
import { backUp, newFolder, restore, rowsOf } from '#tests/support/backup';
import { readFlaws } from '#tests/support/books';
import { cloneDatabase, dropDatabase } from '#tests/support/database';

const BUYERS = 4;
const BACKUPS = 3;
const STOCK = 1_000_000;
/** Of the books: what one statement writes is in the backup as a whole or not at all. */
const WHOLE = {
  torn_sums: 0,
  without_timeline: 0,
  not_announced_once: 0,
  announced_for_nothing: 0,
  sold_off_movements: 0,
  gaps_in_numbers: 0,
};

const countOrders = async (url: string): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(url, 'select count(*)::int as count from orders');
  return row?.count ?? 0;
};

it('a backup taken while people order is the shop of one moment, and holds every order placed before it', async () => {
  const url = process.env.DATABASE_URL ?? '';
  await setSetting('shop', { name: 'Crumb & Ember' });
  const { variantId } = await makeProduct({ stockQuantity: STOCK });
  let isOpen = true;
  let failed = 0;
  const buy = async () => {
    while (isOpen) {
      const input = orderOf([variantId], { customer_phone: newPhone() });
      await placeOrder(visitor({ now: new Date() }), input).catch(() => {
        failed += 1;
      });
    }
  };
  const buyers = Array.from({ length: BUYERS }, buy);
  const folder = await newFolder();
  const taken: { file: string; before: number; after: number }[] = [];
  try {
    for (let at = 0; at < BACKUPS; at += 1) {
      const file = join(folder, `${at}.age`);
      const before = await countOrders(url);
      await backUp(url, env().DATA_DIR, file);
      taken.push({ file, before, after: await countOrders(url) });
    }
  } finally {
    isOpen = false;
    await Promise.all(buyers);
  }
  expect(failed).toBe(0);
  expect(taken.at(-1)?.after).toBeGreaterThan(taken[0]?.before ?? 0);

  for (const { file, before, after } of taken) {
    const there = await cloneDatabase();
    const sql = postgres(there, { max: 1, onnotice: () => undefined });
    try {
      await restore(file, { url: there, dataDir: await newFolder() });
      const restored = await countOrders(there);
      expect(restored).toBeGreaterThanOrEqual(before);
      expect(restored).toBeLessThanOrEqual(after);
      expect(await readFlaws(sql)).toMatchObject(WHOLE);
      const [stock] = await sql`select stock_quantity as left from product_variants where id = ${variantId}`;
      expect(stock?.left).toBe(STOCK - restored);
    } finally {
      await sql.end();
      await dropDatabase(there);
    }
  }
});
