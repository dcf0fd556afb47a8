import 'server-only';
import { env } from '#lib/env';
import { expireAfterStart } from '#lib/expire';
import { systemContext } from '#lib/http/context';
import { ensureCursor } from '#lib/jobs/dispatcher';
import { log } from '#lib/log';
import { runtime } from '#lib/runtime';

/** Does background work in this server, or only makes sure that none gets lost until somebody does it (WORKER=off). */
export async function beginBackgroundWork(): Promise<void> {
  if (env().DATABASE_DIRECT_URL === undefined) return;
  try {
    await ensureCursor(await systemContext('start'));
  } catch (err) {
    // Whoever cannot reach the database cannot order either; the worker makes up for it when it is back.
    log().warn({ err }, 'the database is away; background work begins when it is back');
  }
  expireAfterStart();
  if (env().WORKER === 'off') return;
  // Loaded here: a process that only serves pays nothing for it.
  const [{ startWorker }, { jobTable }] = await Promise.all([import('#lib/jobs/worker'), import('./table.ts')]);
  runtime().workers.add(startWorker(jobTable).stop);
}
