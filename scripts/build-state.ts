import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Everything the built app is made of. Tests, seeds and scripts are not in it. */
const SOURCES = [
  ...[
    'app',
    'components',
    'lib',
    'db/enums.ts',
    'db/schema',
    'db/client.ts',
    'db/columns.ts',
    'public',
    'middleware.ts',
  ],
  ...[
    'instrumentation.ts',
    'next.config.mjs',
    'postcss.config.mjs',
    'tsconfig.json',
    'package-lock.json',
    'package.json',
  ],
];
// Written by the build itself from what is listed above.
const GENERATED = ['public/fonts', 'public/reference', 'app/styles/looks.css'];
const STATE = 'barrow-build.json';

async function listFiles(root: string, path: string): Promise<string[]> {
  if (GENERATED.includes(path)) return [];
  const info = await stat(join(root, path)).catch(() => null);
  if (info === null) return [];
  if (!info.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  const names = (await readdir(join(root, path))).sort();
  return (await Promise.all(names.map((name) => listFiles(root, `${path}/${name}`)))).flat();
}

async function hashSources(root: string): Promise<string> {
  const files = (await Promise.all(SOURCES.map((path) => listFiles(root, path)))).flat();
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

export const distDir = () => process.env.NEXT_DIST_DIR || '.next';

/** True when what is built was built from the sources as they are now. */
export async function isBuilt(root: string): Promise<boolean> {
  const state = await readFile(join(root, distDir(), STATE), 'utf8').catch(() => null);
  if (state === null) return false;
  // An image holds what was built and not what it was built from.
  if (!existsSync(join(root, 'app'))) return true;
  return state.trim() === (await hashSources(root));
}

export async function rememberBuild(root: string, hash: string): Promise<void> {
  await writeFile(join(root, distDir(), STATE), `${hash}\n`);
}

export { hashSources };
