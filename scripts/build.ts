import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { distDir, hashSources, rememberBuild } from './build-state.ts';
import { commitOf } from './commit.ts';
import { prepareLooks } from './fonts.ts';
import { prepareReference } from './reference.ts';

const ROOT = join(import.meta.dirname, '..');

/** Builds the app and remembers from what. Needs no network, database or secret. */
async function build(): Promise<number> {
  await prepareLooks(ROOT);
  await prepareReference(ROOT);
  const before = await hashSources(ROOT);
  await rm(join(ROOT, distDir(), 'barrow-build.json'), { force: true });
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      BARROW_COMMIT: await commitOf(ROOT, process.env.BARROW_COMMIT),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => {
    child.on('close', (status) => resolve(status ?? 1));
  });
  if (code === 0) await rememberBuild(ROOT, before);
  return code;
}

process.exitCode = await build();
