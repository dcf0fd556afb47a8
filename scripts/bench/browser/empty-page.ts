import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { undoing } from '#scripts/undo';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FILES = {
  'package.json': '{"name":"empty","private":true,"type":"module"}',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(ROOT)} } };`,
  'app/layout.jsx':
    'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html>; }',
  'app/page.jsx': 'export default function Page() { return <p>Nothing</p>; }',
};

/** Bytes of compressed script on a page with nothing on it, as this version of the framework builds it. */
export async function emptyPageScript(): Promise<number> {
  // Inside the app's folder: the bundler follows no link out of the place it works in.
  await mkdir(join(ROOT, '.data'), { recursive: true });
  const undo = undoing();
  const folder = await undo.folder('empty-page-', join(ROOT, '.data'));
  try {
    await mkdir(join(folder, 'app'));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    const next = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
    const building = promisify(execFile)(process.execPath, [next, 'build'], { cwd: folder });
    undo.child(building.child);
    await building;
    const html = await readFile(join(folder, '.next', 'server', 'app', 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/<script[^>]*src="\/_next\/([^"?]+)[^>]*>/g)]
      // Old browsers alone load it.
      .filter(([tag]) => !/nomodule/i.test(tag))
      .map(([, path]) => path ?? '');
    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await readFile(join(folder, '.next', path))).byteLength),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } finally {
    await undo.now();
  }
}
