import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabase, writeDatabase } from './env-file.ts';

const URL_OF_NEW = 'postgres://barrow:p%23w@db.example.com:5432/barrow?sslmode=require';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-env-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['nothing', '', ''],
  ['no end of line', 'PORT=1', 'PORT=1\n'],
  [
    'one database and what is like it',
    'APP_URL=https://x\nDATABASE_URL=postgres://a\n  export DATABASE_DIRECT_URL = b\nDATABASE_POOL_MAX=5\n',
    'APP_URL=https://x\n# DATABASE_URL=postgres://a\n#   export DATABASE_DIRECT_URL = b\nDATABASE_POOL_MAX=5\n',
  ],
  ['a comment', '#DATABASE_URL=postgres://a\n\nPORT=1\n', '#DATABASE_URL=postgres://a\n\nPORT=1\n'],
])('where there was %s', (_, old, kept) => {
  expect(withDatabase(old, URL_OF_NEW)).toBe(`${kept}DATABASE_URL=${URL_OF_NEW}\n`);
});

test('a new file is for its owner alone, one that is there stays what it was', async () => {
  const path = join(folder, '.env');
  await writeDatabase(path, URL_OF_NEW);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await chmod(path, 0o640);
  await writeDatabase(path, 'postgres://other');
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(await readFile(path, 'utf8')).toBe(`# DATABASE_URL=${URL_OF_NEW}\nDATABASE_URL=postgres://other\n`);
  expect(await readdir(folder)).toEqual(['.env']);
});

test('a link to a file elsewhere stays a link', async () => {
  const [file, link] = [join(folder, 'settings'), join(folder, 'link')];
  await writeFile(file, 'PORT=1\n');
  await symlink(file, link);
  await writeDatabase(link, URL_OF_NEW);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect(await readFile(file, 'utf8')).toBe(`PORT=1\nDATABASE_URL=${URL_OF_NEW}\n`);
});
