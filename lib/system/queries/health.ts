import 'server-only';
import { readBackupFigures } from '#lib/backup/queries';
import { type Context, requireRole } from '#lib/context';
import { env } from '#lib/env';
import { readSchemaState } from '#lib/http/health';
import { getEventLag, getQueueFigures } from '#lib/jobs/queries';
import { type HealthFigures, judgeHealth, type Verdicts } from '../rules.ts';
import { readDatabase, readSlowQueries, type SlowQuery } from './database.ts';
import { readMessages, readWebhooks } from './messages.ts';
import { readDisk, readProcess, readServices } from './process.ts';
import { getWatches } from './watches.ts';

export type Health = { figures: HealthFigures; verdicts: Verdicts; slow: SlowQuery[] | null };

/** For admins: how the shop is, as figures and a verdict on each. Figures of the process are those of this one. */
export async function getHealth(ctx: Context): Promise<Health> {
  requireRole(ctx, 'admin');
  const [database, schema, queues, lag, messages, webhooks, disk, backups, slow, watches] = await Promise.all([
    readDatabase(ctx),
    readSchemaState(ctx.db),
    getQueueFigures(ctx),
    getEventLag(ctx),
    readMessages(ctx),
    readWebhooks(ctx),
    readDisk(),
    readBackupFigures(ctx),
    readSlowQueries(ctx),
    getWatches(ctx),
  ]);
  const figures: HealthFigures = {
    database,
    schema,
    queues,
    lag,
    messages,
    webhooks,
    disk,
    backups,
    process: readProcess(),
    services: readServices(),
    watches,
    isSecure: env().isSecure,
  };
  return { figures, verdicts: judgeHealth(figures), slow };
}
