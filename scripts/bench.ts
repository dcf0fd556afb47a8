import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { undoing } from './undo.ts';

/**
 * `npm run bench`: how fast, how large, how it grows; always as ratios within one run, never as a test. Without a word
 * after it the server is measured; `all` measures everything in turn and gathers it in `bench-all.json`.
 *
 * - `serve`: answers per second, orders, start, memory, beside bare `node:http` and PostgreSQL alone
 * - `browser`: Lighthouse, and how much script is ours
 * - `live`: ten thousand open streams
 * - `scale`: a million orders beside ten thousand, question by question
 * - `soak`: memory over an hour (`--minutes N`, also after `all`)
 */

const KINDS = {
  serve: 'bench.json',
  browser: 'bench-browser.json',
  live: 'bench-live.json',
  scale: 'scale.json',
  soak: 'bench-soak.json',
};
type Kind = keyof typeof KINDS;
const isKind = (word: string): word is Kind => word in KINDS;

const [, , first = 'serve', ...others] = process.argv;
const [word, args] = isKind(first) || first === 'all' ? [first, others] : ['serve', [first, ...others]];
const kinds: Kind[] = isKind(word) ? [word] : ['serve', 'browser', 'live', 'scale', 'soak'];

let failed = 0;
for (const kind of kinds) {
  if (kinds.length > 1) process.stdout.write(`\n── ${kind}\n`);
  await rm(KINDS[kind], { force: true });
  const main = join(import.meta.dirname, 'bench', kind, 'main.ts');
  const options = kinds.length === 1 || kind === 'soak' ? args : [];
  const undo = undoing();
  // It undoes what it made itself, when it is told to end: longer than any of its own parts takes.
  const child = undo.child(
    spawn(process.execPath, ['--conditions=react-server', main, ...options], { stdio: 'inherit' }),
    60_000,
  );
  const [status] = await once(child, 'exit');
  if (undo.isUndoing()) break;
  await undo.now();
  if (status !== 0) failed += 1;
}
if (kinds.length > 1) {
  const measured = kinds.filter((kind) => existsSync(KINDS[kind]));
  const parts = measured.map(async (kind) => [kind, JSON.parse(await readFile(KINDS[kind], 'utf8'))] as const);
  const report = { at: new Date().toISOString(), ...Object.fromEntries(await Promise.all(parts)) };
  await writeFile('bench-all.json', `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write('gathered in bench-all.json\n');
}
process.exitCode = failed === 0 ? 0 : 1;
