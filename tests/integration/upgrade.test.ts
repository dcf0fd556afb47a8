import { beforeAll, expect, inject, it } from 'vitest';
import { applyMigrations, migrate, readMigrations } from '#db/migrate';
import { openSession } from '#lib/backup/session';
import { foreignKeys, listTables, quoted, sumTable } from '#lib/backup/tables';
import { makeFullPerson } from '#tests/factories/person';
import { makeProduct, setSetting } from '#tests/factories/shop';
import { rowsOf } from '#tests/support/backup';
import { dropDatabase } from '#tests/support/database';

const migrations = readMigrations();
const source = process.env.DATABASE_URL ?? '';

async function newDatabase(name: string): Promise<string> {
  await rowsOf(`${inject('postgres')}/postgres`, `create database ${name}`);
  return `${inject('postgres')}/${name}`;
}

beforeAll(async () => {
  await setSetting('shop', { name: 'Crumb & Ember' });
  await makeFullPerson();
  await makeProduct();
});

/** Where a column of today leads; a row that leads to what was not there yet could not have been. */
const LEADS = `
  select c.conrelid::regclass::text as "from", a.attname::text as column, c.confrelid::regclass::text as "to"
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and cardinality(c.conkey) = 1`;

/** Fills a database of an older schema with what it had columns for, out of a shop of today. */
async function fillFromToday(url: string) {
  const [from, into] = [await openSession(source), await openSession(url)];
  try {
    const today = new Map((await listTables(from)).map(({ name, columns }) => [name, columns]));
    const shared = (await listTables(into)).flatMap(({ name, columns }) => {
      const both = columns.filter((column) => today.get(name)?.includes(column));
      return both.length === 0 ? [] : [{ name, columns: both }];
    });
    const there = new Set((await listTables(into)).map(({ name }) => name));
    const leads = await from.rows<{ from: string; column: string; to: string }>(LEADS);
    const keys = await foreignKeys(into);
    for (const { drop } of keys) await into.rows(drop);
    for (const { name, columns } of shared) {
      const list = columns.map(quoted).join(', ');
      await into.rows(`alter table ${quoted(name)} disable trigger user`);
      await into.rows(`truncate ${quoted(name)}`);
      const tooNew = leads.filter((lead) => lead.from === name && !there.has(lead.to) && columns.includes(lead.column));
      const could = ['true', ...tooNew.map(({ column }) => `${quoted(column)} is null`)].join(' and ');
      const rows = Buffer.concat(
        await Array.fromAsync(
          from.copyOut(`copy (select ${list} from ${quoted(name)} where ${could}) to stdout with (format csv)`),
        ),
      );
      await into.copyIn(`copy ${quoted(name)} (${list}) from stdin with (format csv)`, rows);
      await into.rows(`alter table ${quoted(name)} enable trigger user`);
    }
    for (const { add } of keys) await into.rows(add);
    return await Promise.all(shared.map(async (table) => ({ table, sum: await sumTable(into, table) })));
  } finally {
    await from.end();
    await into.end();
  }
}

/** Steps after which much was added; the rows a shop of that day could have had must come through all that followed. */
const STEPS = [2, 6, 12, 17, migrations.length - 2].map((step) => migrations[step]?.tag ?? '');

it.each(STEPS)('a shop of %s comes to the newest schema with everything in it', async (tag) => {
  const count = migrations.findIndex((migration) => migration.tag === tag) + 1;
  const url = await newDatabase(`upgrade_${count}`);
  try {
    const session = await openSession(url);
    await applyMigrations((text) => session.rows(text), migrations.slice(0, count));
    await session.end();
    const before = await fillFromToday(url);
    expect(before.find(({ table }) => table.name === 'orders')?.sum.rows).toBeGreaterThan(0);
    await migrate(url);
    const after = await openSession(url);
    for (const { table, sum } of before) expect(await sumTable(after, table), table.name).toEqual(sum);
    await after.end();
    expect(await rowsOf(url, 'select count(*)::int as seen from drizzle.__drizzle_migrations')).toEqual([
      { seen: migrations.length },
    ]);
  } finally {
    await dropDatabase(url);
  }
});

it('instances that start at once migrate once', async () => {
  const url = await newDatabase('upgrade_at_once');
  try {
    await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
    const seen = await rowsOf<{ hash: string }>(url, 'select hash from drizzle.__drizzle_migrations order by id');
    expect(seen.map(({ hash }) => hash)).toEqual(migrations.map(({ hash }) => hash));
    expect(await rowsOf(url, 'select count(*)::int as count from installed_functions')).toEqual([{ count: 1 }]);
  } finally {
    await dropDatabase(url);
  }
});
