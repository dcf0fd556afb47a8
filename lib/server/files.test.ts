import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFiles } from './files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  await writeFile(join(folder, 'app.js'), 'const loaf = 1;\n'.repeat(500));
  await writeFile(join(folder, 'loaf.webp'), 'x'.repeat(5000));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const create = () => createFiles([{ prefix: '/static/', path: folder, isMedia: false }], []);

async function encodingOf(files: ReturnType<typeof create>, name: string, accepted: string | undefined) {
  const found = await files.find(`/static/${name}`, accepted);
  if (found?.kind !== 'kept') return null;
  const { head, body } = found.variant;
  expect(head[head.indexOf('Content-Length') + 1]).toBe(String(body.length));
  const at = head.indexOf('Content-Encoding');
  return at === -1 ? 'identity' : head[at + 1];
}

it.each([
  { name: 'app.js', accepted: 'gzip, deflate, br', encoding: 'br' },
  { name: 'app.js', accepted: 'gzip', encoding: 'gzip' },
  { name: 'app.js', accepted: undefined, encoding: 'identity' },
  { name: 'loaf.webp', accepted: 'gzip, deflate, br', encoding: 'identity' },
  { name: 'none.js', accepted: 'br', encoding: null },
])('answers the first request of $name for $accepted as $encoding', async ({ name, accepted, encoding }) => {
  expect(await encodingOf(create(), name, accepted)).toBe(encoding);
});

it('is small for everybody who asks at the same moment', async () => {
  const files = create();
  const answers = await Promise.all([0, 1, 2].map(() => encodingOf(files, 'app.js', 'br')));
  expect(answers).toEqual(['br', 'br', 'br']);
});
