import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { startRun } from '#tests/support/postgres';
import { isBuilt } from './build-state.ts';
import { PROMISES } from './chaos/promises.ts';
import { undoing } from './undo.ts';

/**
 * `npm run chaos`: the promises of docs/security.md in full. The tests of `npm test` that repeat something do so fifty
 * times, the fuzzer sends ten thousand requests. Prints one line for each promise and writes `chaos.json`. `-- T3 T4`
 * keeps to those; `--rounds N` for another number. Takes about an hour, longer than anybody wants to wait for a commit.
 */

const ROOT = join(import.meta.dirname, '..');
const [, , ...words] = process.argv;
const at = words.indexOf('--rounds');
const ROUNDS = at === -1 ? 50 : Number(words[at + 1]);
const chosen = words.filter((word) => /^T\d+$/.test(word));

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), title: z.string() })),
    }),
  ),
});
type Outcome = { passed: number; failed: string[] };

/** The tests join a database of ours: what runs them may be ended in the middle, and would leave its own. */
const undo = undoing();

const say = (line: string) => process.stdout.write(`${line}\n`);

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = undo.child(spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }));
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** What each file of tests said; each runs once, however many promises it is for. */
async function runTests(files: readonly string[]): Promise<Map<string, Outcome>> {
  const folder = await undo.folder('barrow-chaos-');
  const shared = await undo.made(startRun(), ({ stop }) => stop());
  const file = join(folder, 'report.json');
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...files];
  await run(args, { ...process.env, ...shared.env, BARROW_ROUNDS: String(ROUNDS), HOSTILE_REQUESTS: '10000' });
  const { testResults } = report.parse(JSON.parse(await readFile(file, 'utf8')));
  return new Map(
    testResults.map(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status !== 'passed').map(({ title }) => title);
      // A file that could not be loaded has no tests that could have failed.
      if (assertionResults.length === 0) failed.push(message.split('\n')[0] ?? 'could not be run');
      return [relative(ROOT, name), { passed: assertionResults.length - failed.length, failed }];
    }),
  );
}

const promises = PROMISES.filter(({ id }) => chosen.length === 0 || chosen.includes(id));
const files = [...new Set(promises.flatMap((promise) => promise.files))];
const missing = files.filter((file) => !existsSync(join(ROOT, file)));
if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}`);
if (!(await isBuilt(ROOT)) && (await run(['scripts/build.ts'], process.env)) !== 0) process.exit(1);

const began = Date.now();
const outcomes = await runTests(files).finally(undo.now);
const rows = promises.map(({ id, says, files: its }) => {
  const found = its.map((file) => outcomes.get(file) ?? { passed: 0, failed: [`${file} did not run`] });
  return {
    id,
    says,
    passed: found.reduce((sum, { passed }) => sum + passed, 0),
    failed: found.flatMap(({ failed }) => failed),
    files: its,
  };
});
say(`\n${ROUNDS} rounds, ${Math.round((Date.now() - began) / 60_000)} minutes`);
for (const { id, says, passed, failed } of rows) {
  say(`${id.padEnd(4)} ${failed.length === 0 ? 'kept  ' : 'BROKEN'} ${String(passed).padStart(4)} passed  ${says}`);
  for (const title of failed) say(`       ${title}`);
}
await writeFile(
  join(ROOT, 'chaos.json'),
  `${JSON.stringify({ at: new Date().toISOString(), rounds: ROUNDS, rows }, null, 2)}\n`,
);
process.exitCode = rows.some(({ failed }) => failed.length > 0) ? 1 : 0;
