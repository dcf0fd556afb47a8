import postgres from 'postgres';
import { expect, it } from 'vitest';
import { openDatabase } from '#db/client';
import { loadPreset } from '#db/seed/load/load';
import { readPreset } from '#db/seed/load/presets';
import { NO_PROMISE_FLAWS, readPromiseFlaws } from '#tests/support/books';
import { cloneDatabase, dropDatabase } from '#tests/support/database';

const NOW = new Date('2026-11-21T10:00:00Z');

it.each(['florist', 'bakery', 'beauty', 'farm', 'events'] as const)(
  'the %s shop opens with slots and days of production that agree with its orders',
  async (key) => {
    const url = await cloneDatabase();
    const database = openDatabase({ url, max: 2, prepare: true });
    const books = postgres(url, { max: 1 });
    try {
      const preset = await readPreset(key);
      await database.transaction((db) => loadPreset(db, preset, { now: NOW, staffPasswordHash: 'none' }));
      expect(await readPromiseFlaws(books)).toEqual(NO_PROMISE_FLAWS);
      const [row] = await books<{ off_load: number; without_slot: number; open: number; days: number }[]>`
        select count(*) filter (where o.load_points <> (select sum(i.quantity * v.load_points) from order_items i
            join product_variants v on v.id = i.variant_id where i.order_id = o.id))::int as off_load,
          count(*) filter (where o.slot_id is null)::int as without_slot,
          count(*) filter (where o.status in ('pending', 'confirmed', 'processing', 'ready'))::int as open,
          count(distinct o.slot_starts_at::date) filter (where o.slot_starts_at > ${NOW}
            and o.status <> 'cancelled')::int as days
        from orders o`;
      expect(row).toMatchObject({ off_load: 0, without_slot: 0 });
      expect(row?.open).toBeGreaterThanOrEqual(12);
      expect(row?.days).toBeGreaterThanOrEqual(2);
    } finally {
      await Promise.all([books.end(), database.close()]);
      await dropDatabase(url);
    }
  },
);
