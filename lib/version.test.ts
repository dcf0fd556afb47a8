import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationMadeAt, version, versionWords } from './version.ts';

test('what runs here is said in a line', () => {
  const known = { app: '0.1.0', schema: '0027_overdue_backups', commit: '4f2a91c' };
  expect(versionWords(known)).toBe('Barrow 0.1.0, schema 0027, commit 4f2a91c');
  expect(versionWords({ ...known, commit: null })).toBe('Barrow 0.1.0, schema 0027');
});

test('the schema is the newest migration there is', async () => {
  const path = join(import.meta.dirname, '..', 'drizzle', 'meta', '_journal.json');
  const { entries } = JSON.parse(await readFile(path, 'utf8'));
  expect(version.schema).toBe(entries.at(-1).tag);
  expect(migrationMadeAt(entries[0].when)).toBe(entries[0].tag);
  expect(migrationMadeAt(1)).toBeNull();
});
