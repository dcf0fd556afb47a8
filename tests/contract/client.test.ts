import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type App, startApp } from '#tests/support/app';

/** What an integrator does, with the tools that integrators use: make a client from the document, and work with it. */

const ROOT = join(import.meta.dirname, '..', '..');
const CLIENT = join(import.meta.dirname, 'client');
const run = promisify(execFile);

let app: App;
let folder = '';
beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(inject('runDir'), 'client-'));
});
afterAll(() => app?.stop());

/** Its output; a failure throws with everything it said. */
async function node(args: string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout } = await run(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } }).catch(
    (error) => {
      throw new Error(`${error.message}\n${error.stdout}`);
    },
  );
  return stdout;
}

it('is generated from the document, fits what is written against it, and orders a loaf', async () => {
  const types = join(folder, 'barrow-api.d.ts');
  const generator = join(ROOT, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
  await node(['--import', join(CLIENT, 'typescript-5.ts'), generator, `${app.url}/api/openapi.json`, '-o', types]);

  const compilerOptions = {
    ...{ target: 'es2024', lib: ['dom', 'dom.iterable', 'esnext'], module: 'nodenext', types: ['node'] },
    ...{ typeRoots: [join(ROOT, 'node_modules', '@types')], strict: true, noUncheckedIndexedAccess: true },
    ...{ noEmit: true, skipLibCheck: false, paths: { 'barrow-api': [types] } },
  };
  const project = join(folder, 'tsconfig.json');
  await writeFile(project, JSON.stringify({ compilerOptions, files: [types, join(CLIENT, 'journey.ts')] }));
  await node([join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', project]);

  const { username, password } = app.admin;
  const env = { SHOP_URL: app.url, STAFF_USERNAME: username, STAFF_PASSWORD: password };
  expect(await node([join(CLIENT, 'journey.ts')], env)).toMatch(/^[A-Z]+-\d{8}-\d+\n$/);
});
