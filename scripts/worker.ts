import { resolve } from 'node:path';
import { EnvError, parseEnv } from '#lib/env';
import { startWorker } from '#lib/jobs/worker';
import { log } from '#lib/log';
import { runtime } from '#lib/runtime';
import { ensureSecret } from '#lib/server/secret';
import { jobTable } from '#lib/worker/table';
import { knownCluster } from './postgres.ts';

/**
 * `npm run worker`: background work in a process of its own, beside servers with WORKER=off, or beside more workers. It
 * needs the same settings as they have; the shop's database must be running and up to date.
 */
async function main(): Promise<void> {
  const settings = parseEnv(process.env);
  const dataDir = resolve(settings.DATA_DIR);
  // Before the settings are read for good.
  process.env.AUTH_SECRET ??= await ensureSecret(dataDir);
  if (settings.DATABASE_URL === undefined) {
    const url = await knownCluster(dataDir);
    if (url === null) throw new EnvError(['There is no shop in this data folder yet; run npm start first.']);
    process.env.DATABASE_URL = url;
  }
  const worker = startWorker(jobTable);
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await worker.stop();
    for (const hook of [...runtime().shutdownHooks].reverse()) await hook();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
  process.on('disconnect', () => void end());
  process.on('uncaughtException', (err) => {
    log().fatal({ err }, 'unexpected exception; ending this process');
    process.exit(1);
  });
  // A driver leaves one behind when its connection is cut as it begins; the work itself goes on.
  process.on('unhandledRejection', (err) => log().error({ err }, 'a failure nobody waited for'));
  await worker.ready;
  process.send?.({ type: 'ready' });
  process.stdout.write('Background work is being done. Ctrl-C ends it.\n');
}

main().catch((error: unknown) => {
  const isPlain = error instanceof EnvError;
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
