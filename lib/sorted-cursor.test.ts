import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { partOf } from './part-of.ts';
import { amountKey, beyond, momentKey, readCursor, type SortedBy, textKey, writeCursor } from './sorted-cursor.ts';

it('takes back only its own cursors', () => {
  const at = { s: 'name', k: 'Brot', i: '0198c0de-0000-7000-8000-000000000000' };
  expect(readCursor(writeCursor(at), 'name')).toEqual(at);
  for (const text of ['x', '', writeCursor({ ...at, s: 'price' }), Buffer.from('{"s":"name"}').toString('base64url')]) {
    expect(() => readCursor(text, 'name')).toThrow('REQ_001');
  }
});

it('goes on only from a key that its column can hold', () => {
  const by: SortedBy = { column: sql`t.total`, id: sql`t.id`, isDescending: true, readKey: amountKey };
  const i = crypto.randomUUID();
  const found = new PgDialect().sqlToQuery(beyond(by, { s: 'total', k: 1250, i }));
  expect(found).toMatchObject({ sql: '(t.total, t.id) < ($1::bigint, $2::uuid)', params: [1250, i] });
  const refused = [
    { s: 'total', k: 'dear', i },
    { s: 'total', k: -1, i },
    { s: 'total', o: 20 },
  ];
  for (const at of refused) expect(() => beyond(by, at), JSON.stringify(at)).toThrow('REQ_001');
  expect(momentKey('yesterday')).toBeNull();
  expect(textKey('Ana\0')).toBeNull();
});

it.each([
  ['rye', ['%rye%']],
  ['50%_\\ off', ['%50\\%\\_\\\\ off%']],
  ['ry', ['ry%', '% ry%']],
  ['a b', ['a b%', '% a b%']],
])('looks for %s where the index can', (text, params) =>
  expect(new PgDialect().sqlToQuery(partOf(sql`name`, text)).params).toEqual(params),
);
