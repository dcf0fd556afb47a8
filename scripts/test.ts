import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { startRun } from '#tests/support/postgres';
import { isBuilt } from './build-state.ts';
import { findChromium } from './chromium.ts';
import { prepareLooks } from './fonts.ts';

const ROOT = join(import.meta.dirname, '..');
const ROOMS = ['app', 'components', 'lib', 'db', 'scripts', 'tests'];
/** In the order in which a failure is cheapest to learn about. */
const ON_BUILT_APP = ['races', 'contract', 'faults'];

const report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numFailedTestSuites: z.number() });
const packageJson = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const totals = { passed: 0, failed: 0 };
let current: ChildProcess | null = null;
let isStopped = false;

function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((resolve, reject) => {
    current = spawn(process.execPath, [...args], { cwd: ROOT, env, stdio: 'inherit' });
    current.on('error', reject);
    current.on('close', (code) => resolve(code ?? 1));
  });
}

/** The script behind a package's command, so that it runs with this Node.js and not the machine's. */
async function commandOf(name: string, command: string): Promise<string> {
  // Read as a file: not every package exports its manifest.
  const manifest = join(ROOT, 'node_modules', name, 'package.json');
  const { bin } = packageJson.parse(JSON.parse(await readFile(manifest, 'utf8')));
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${name} has no command ${command}`);
  return join(dirname(manifest), file);
}

/** One step that counts as one check. */
async function check(title: string, args: () => Promise<readonly string[]>): Promise<void> {
  if (isStopped) return;
  say(`\n── ${title}`);
  const code = await run(await args());
  if (code === 0) totals.passed += 1;
  else totals.failed += 1;
  say(code === 0 ? `   ${title}: in order` : `   ${title}: FAILED`);
}

async function vitest(project: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (isStopped) return;
  say(`\n── ${project} tests`);
  const file = join(folder, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run([await commandOf('vitest', 'vitest'), ...args], env);
  const text = await readFile(file, 'utf8').catch(() => null);
  const parsed = text === null ? null : report.safeParse(JSON.parse(text));
  if (parsed?.success) {
    totals.passed += parsed.data.numPassedTests;
    totals.failed += parsed.data.numFailedTests;
    // A file that could not even be loaded has no tests to count.
    if (code !== 0 && parsed.data.numFailedTests === 0) totals.failed += Math.max(1, parsed.data.numFailedTestSuites);
  } else if (code !== 0) totals.failed += 1;
}

async function main(): Promise<void> {
  const isFast = process.argv.includes('fast');
  const folder = await mkdtemp(join(tmpdir(), 'barrow-reports-'));
  // Chosen first: someone without a browser should not wait ten minutes to hear of it.
  const chromium = isFast ? null : findChromium(say);
  await prepareLooks(ROOT);
  await check('format and lint', async () => [await commandOf('@biomejs/biome', 'biome'), 'check']);
  await check('types', async () => {
    // Addresses of pages are types that the framework writes; a fresh checkout has none yet.
    await run([await commandOf('next', 'next'), 'typegen']);
    return [await commandOf('typescript', 'tsc'), '--noEmit'];
  });
  await check('import direction', async () => [
    await commandOf('dependency-cruiser', 'depcruise'),
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...ROOMS],
  ]);
  await vitest('unit', folder, process.env);
  if (!isFast) {
    // One database server for all that follows: a preset is drawn and loaded once.
    const shared = await startRun();
    const withDatabase = { ...process.env, ...shared.env };
    await vitest('integration', folder, withDatabase);
    let canRun = true;
    if (!isStopped && !(await isBuilt(ROOT))) {
      await check('build', async () => ['scripts/build.ts']);
      canRun = await isBuilt(ROOT);
    }
    const env = { ...withDatabase, ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }) };
    if (canRun) for (const project of ON_BUILT_APP) await vitest(project, folder, env);
    if (canRun && chromium !== null) await vitest('e2e', folder, env);
    if (chromium === null) {
      totals.failed += 1;
      say('The browser tests need Chromium: install it, or set CHROMIUM_PATH to one.');
    }
    await shared.stop();
  }
  await rm(folder, { recursive: true, force: true });
  say(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(totals.failed === 0 && !isStopped ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopped = true;
    current?.kill(signal);
  });
}

await main();
