import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitOf } from './commit.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-commit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const git = (...words: string[]) =>
  promisify(execFile)('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...words]);

test('is what is given, as far as it can be one', async () => {
  expect(await commitOf(folder, '4f2a91c')).toBe('4f2a91c');
  expect(await commitOf(folder, 'a "b"')).toBe('');
});

test('is what git knows of the folder, and nothing where that is nothing', async () => {
  expect(await commitOf(folder, '')).toBe('');
  await git('init', '-q');
  await writeFile(join(folder, 'a'), '1');
  await git('add', 'a');
  await git('commit', '-q', '-m', 'a');
  await git('tag', 'v9');
  expect(await commitOf(folder, undefined)).toMatch(/^[0-9a-f]{10}$/);
  await writeFile(join(folder, 'a'), '2');
  expect(await commitOf(folder, undefined)).toMatch(/^[0-9a-f]{10}-dirty$/);
});
