import postgres from 'postgres';
import { expect, it } from 'vitest';
import { databaseUrl } from '#lib/env';
import { createClosure, removeClosure, updateClosure } from '#lib/promise/commands';
import { addDays } from '#lib/time';
import { outcome, staffMember } from '#tests/factories/shop';
import { until } from '#tests/support/wait';

const DAY = addDays(new Date().toISOString().slice(0, 10), 3);

it('lets one person change a closure while another removes it', async () => {
  const admin = await staffMember('admin');
  const { id } = await createClosure(admin, { from: DAY });
  const other = postgres(databaseUrl(), { max: 1 });
  const watch = postgres(databaseUrl(), { max: 1 });
  const waiting = (count: number) =>
    until(`${count} wait`, 5000, async () => {
      const [row] = await watch<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return row?.n === count;
    });
  try {
    // Held for a moment, so that both are under way before either can end.
    const { works } = await other.begin(async (tx) => {
      await tx`select 1 from closures where id = ${id} for update`;
      const changed = outcome(updateClosure(admin, { id, public_message: 'Back soon' }));
      await waiting(1);
      const removed = outcome(removeClosure(admin, { id }));
      await waiting(2);
      return { works: [changed, removed] };
    });
    expect(await Promise.all(works)).toEqual(['ok', 'ok']);
  } finally {
    await Promise.all([other.end(), watch.end()]);
  }
});
