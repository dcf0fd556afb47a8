import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { LARGEST_REMEMBERED } from '#lib/server/files';

/** What a browser fetches for `/docs` and `/docs/redoc`, made from packages; see decision 022. */

const EMBEDDED = /^var standalone_default = (".*");$/m;
const LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg';

/** The browser build that this package of Scalar carries as one long text. */
async function readScalar(packages: NodeJS.Require): Promise<string> {
  const text = await readFile(packages.resolve('@scalar/fastify-api-reference'), 'utf8');
  const literal = EMBEDDED.exec(text)?.[1];
  if (literal === undefined) throw new Error('@scalar/fastify-api-reference no longer carries the browser build.');
  return z
    .string()
    .parse(runInNewContext(literal))
    .replace(/\n\/\/# sourceMappingURL=.*$/, '');
}

/** Its logo comes from another host; an image that cannot be shown is left out by the bundle itself. */
async function readRedoc(packages: NodeJS.Require): Promise<string> {
  const text = await readFile(packages.resolve('redoc/bundles/redoc.standalone.js'), 'utf8');
  if (text.split(LOGO).length !== 2) throw new Error('redoc no longer shows its logo where it did.');
  return text.replace(LOGO, 'data:,').replace(/\n\/\/# sourceMappingURL=.*$/, '');
}

async function make(root: string): Promise<Record<string, string>> {
  const packages = createRequire(join(root, 'package.json'));
  const own = (name: string) => readFile(join(root, 'app', 'docs', 'browser', name), 'utf8');
  const scalar = [await own('before-scalar.js'), await readScalar(packages), await own('after-scalar.js')];
  const redoc = [await readRedoc(packages), await own('after-redoc.js')];
  return {
    'scalar.js': scalar.join('\n;\n'),
    'redoc.js': redoc.join('\n;\n'),
    'docs.css': await own('docs.css'),
  };
}

/** Beside a file that is too large to be packed for every visitor, its packed forms. */
function packed(name: string, content: Buffer): [string, Buffer][] {
  if (content.length <= LARGEST_REMEMBERED) return [[name, content]];
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return [
    [name, content],
    [`${name}.br`, brotliCompressSync(content, { params })],
    [`${name}.gz`, gzipSync(content, { level: 9 })],
  ];
}

/**
 * Fills `public/reference`: files named by their content, and `.files.json`, which says what they are called. Does nothing
 * when they are there, which is the rule; making them takes a second.
 */
export async function prepareReference(root: string): Promise<void> {
  const folder = join(root, 'public', 'reference');
  await mkdir(folder, { recursive: true });
  const names: Record<string, string> = {};
  const wanted = new Map<string, Buffer>();
  for (const [name, text] of Object.entries(await make(root))) {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const [stem, extension] = name.split('.');
    names[name] = `${stem}-${hash}.${extension}`;
    wanted.set(names[name], Buffer.from(text));
  }
  const list = JSON.stringify(names);
  const present = await readdir(folder);
  const last = await readFile(join(folder, '.files.json'), 'utf8').catch(() => '');
  if (last === list && [...wanted.keys()].every((name) => present.includes(name))) return;
  await Promise.all(present.map((name) => rm(join(folder, name))));
  const files = [...wanted].flatMap(([name, content]) => packed(name, content));
  await Promise.all(files.map(([name, content]) => writeFile(join(folder, name), content)));
  // Last: whoever reads it finds what it names.
  await writeFile(join(folder, '.files.json'), list);
}
