import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFiles, LARGEST_REMEMBERED } from './files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  await writeFile(join(folder, 'app.js'), 'const loaf = 1;\n'.repeat(500));
  await writeFile(join(folder, 'loaf.webp'), 'x'.repeat(5000));
  await writeFile(join(folder, 'vast.js'), 'x'.repeat(LARGEST_REMEMBERED + 1));
  await writeFile(join(folder, 'vast.js.br'), 'small');
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

it.each([
  { accepted: 'gzip, br', file: 'vast.js.br', length: '5', encoding: 'br' },
  { accepted: 'gzip', file: 'vast.js', length: String(LARGEST_REMEMBERED + 1), encoding: undefined },
])(
  'sends what is too large to be kept as the build packed it, for $accepted',
  async ({ accepted, file, length, encoding }) => {
    const found = await create().find('/static/vast.js', accepted);
    if (found?.kind !== 'large') throw new Error('it was kept');
    const headers = new Map(found.headers.map((name, at) => [name, found.headers[at + 1]]));
    expect(found.path).toBe(join(folder, file));
    expect([headers.get('Content-Length'), headers.get('Content-Encoding')]).toEqual([length, encoding]);
    expect(headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  },
);

it('does not hand out packed forms by their own name', async () => {
  expect(await create().find('/static/vast.js.br', 'br')).toBeNull();
});
