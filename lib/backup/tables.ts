import type { Session } from './session.ts';

/** A table of the shop and what is stored in it: generated columns come by themselves. */
export type Table = { name: string; columns: string[] };

/** Made anew wherever migrations run. */
const NOT_KEPT = ['installed_functions'];

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const NOT_OF_EXTENSION = (catalog: string, oid: string) =>
  `not exists (select 1 from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

export async function listTables(session: Session): Promise<Table[]> {
  return session.rows<Table>(
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1::text[])
       and ${NOT_OF_EXTENSION('pg_class', 'c.oid')}
     group by c.relname order by c.relname`,
    [NOT_KEPT],
  );
}

export type TableSum = { rows: number; checksum: string };

/** Counts the rows of a table and adds up their hashes, so that their order does not matter. */
export async function sumTable(session: Session, { name, columns }: Table): Promise<TableSum> {
  const row = `row(${columns.map(quoted).join(', ')})::text`;
  const [sum] = await session.rows<{ rows: string; checksum: string }>(
    `select count(*)::text as rows, coalesce(sum(
       ('x' || left(encode(sha256(convert_to(${row}, 'UTF8')), 'hex'), 16))::bit(64)::bigint), 0)::text as checksum
     from public.${quoted(name)}`,
  );
  if (!sum) throw new Error(`nothing was said about the rows of ${name}`);
  return { rows: Number(sum.rows), checksum: sum.checksum };
}

/** The last number each sequence of the shop gave out; those that gave none are left out. */
export async function readSequences(session: Session): Promise<Record<string, string>> {
  const rows = await session.rows<{ name: string; last: string }>(
    `select sequencename::text as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** Statements that remove everything a Barrow made in this database, and nothing an extension brought. */
export async function statementsThatEmpty(session: Session): Promise<string[]> {
  const found = await session.rows<{ text: string }>(
    `select text from (
       select 1 as step, format('drop %s if exists public.%I cascade',
         case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
         c.relname) as text
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
         and ${NOT_OF_EXTENSION('pg_class', 'c.oid')}
         -- A sequence of a column goes with it.
         and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
           and c.relkind = 'S' and d.deptype in ('a', 'i'))
       union all
       select 2, format('drop routine if exists %s cascade', p.oid::regprocedure)
       from pg_proc p where p.pronamespace = 'public'::regnamespace and ${NOT_OF_EXTENSION('pg_proc', 'p.oid')}
       union all
       select 3, format('drop text search configuration if exists public.%I cascade', t.cfgname)
       from pg_ts_config t where t.cfgnamespace = 'public'::regnamespace and ${NOT_OF_EXTENSION('pg_ts_config', 't.oid')}
     ) found order by step, text`,
  );
  return [
    'drop schema if exists drizzle cascade',
    'drop schema if exists pgboss cascade',
    ...found.map(({ text }) => text),
  ];
}

/** Foreign keys as statements: rows come in any order once they are dropped. */
export async function foreignKeys(session: Session): Promise<{ drop: string; add: string }[]> {
  return session.rows<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as drop,
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as add
     from pg_constraint c
     where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1`,
  );
}
