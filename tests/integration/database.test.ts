import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readFunctions } from '#db/migrate';
import { NOT_PERSONAL, PERSONAL_DATA } from '#db/personal-data';
import { database } from '#lib/database';

const columns = z.array(z.object({ table: z.string(), column: z.string() }));

it('lists every column that says something about a person', async () => {
  const rows = await database().db.execute(sql`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and column_name ~
      '(^|_)(name|username|email|phone|street|city|postal_code|address|notes?|message|gift|ip_hash|user_agent|reference|instructions)$'`);
  const unknown = columns
    .parse([...rows])
    .filter(({ table, column }) => ![...(PERSONAL_DATA[table] ?? []), ...(NOT_PERSONAL[table] ?? [])].includes(column));
  expect(unknown).toEqual([]);
});

it('lists no column that is not there', async () => {
  const rows = await database().db.execute(sql`
    select table_name as "table", column_name as "column" from information_schema.columns where table_schema = 'public'`);
  const known = new Set(columns.parse([...rows]).map(({ table, column }) => `${table}.${column}`));
  for (const list of [PERSONAL_DATA, NOT_PERSONAL]) {
    for (const [table, names] of Object.entries(list)) {
      for (const name of names) expect(known, `${table}.${name}`).toContain(`${table}.${name}`);
    }
  }
});

it('has exactly the functions of the files installed', async () => {
  const rows = await database().db.execute(sql`
    select p.proname as name, p.prosrc as source from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prolang = (select oid from pg_language where lanname = 'plpgsql')`);
  const installed = new Map(
    z
      .array(z.object({ name: z.string(), source: z.string() }))
      .parse([...rows])
      .map(({ name, source }) => [name, source]),
  );
  for (const { name, text } of await readFunctions()) {
    expect(text, name).toContain(`FUNCTION ${name}(`);
    expect(text.includes(installed.get(name) ?? '(missing)'), name).toBe(true);
  }
});

it('keeps history from being rewritten, and a last admin', async () => {
  const { db } = database();
  for (const table of ['audit_log', 'order_events', 'stock_movements']) {
    const [trigger] = await db.execute(sql`
      select count(*)::int as rows from pg_trigger where tgname = ${`${table}_append_only`}`);
    expect(trigger?.rows, table).toBe(1);
  }
  const id = crypto.randomUUID();
  await db.execute(sql`delete from users`);
  await db.execute(
    sql`insert into users (id, username, name, password_hash, role) values (${id}, 'last', 'Last', 'x', 'admin')`,
  );
  await expect(db.execute(sql`update users set is_active = false where id = ${id}`)).rejects.toMatchObject({
    cause: { constraint_name: 'users_keep_an_admin' },
  });
  await db.execute(
    sql`insert into audit_log (id, actor_kind, action, entity, entity_id) values (${id}, 'system', 'a', 'b', 'c')`,
  );
  await expect(db.execute(sql`delete from audit_log where id = ${id}`)).rejects.toMatchObject({
    cause: { code: '23001' },
  });
});
