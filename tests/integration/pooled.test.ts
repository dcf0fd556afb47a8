import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDatabase } from '#db/client';
import { cloneDatabase, dropDatabase } from '#tests/support/database';
import { watchTurns } from '#tests/support/turns';

/** More than there are connections, with and without parameters, as a busy shop asks. */
async function askMuch(prepare: boolean): Promise<{ answers: number[]; outOfTurn: number }> {
  const url = await cloneDatabase();
  const turns = await watchTurns(url);
  const { db, transaction, close } = openDatabase({ url: turns.url, max: 4, prepare });
  const numberOf = async (on: typeof db, query: ReturnType<typeof sql>) =>
    Number((await on.execute<{ n: number }>(query))[0]?.n);
  try {
    // Their first questions are about types; from here on all connections are open.
    await Promise.all([1, 2, 3, 4].map(() => numberOf(db, sql`select 1 as n`)));
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => {
        if (index % 3 === 0) return numberOf(db, sql`select 7 as n`);
        if (index % 3 === 1) return numberOf(db, sql`select ${index}::int as n`);
        return transaction((tx) => numberOf(tx, sql`select ${index}::int as n`));
      }),
    );
    return { answers, outOfTurn: turns.outOfTurn() };
  } finally {
    await close();
    await turns.close();
    await dropDatabase(url);
  }
}

const EXPECTED = Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? 7 : index));

it('asks nothing more on a connection to a pooler before it has its answer', async () => {
  expect(await askMuch(false)).toEqual({ answers: EXPECTED, outOfTurn: 0 });
});

it('asks ahead where the database itself listens, and would be caught at it', async () => {
  const { answers, outOfTurn } = await askMuch(true);
  expect(answers).toEqual(EXPECTED);
  expect(outOfTurn).toBeGreaterThan(0);
});
