import 'server-only';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '#lib/audit/commands';
import type { Context } from '#lib/context';
import { transaction } from '#lib/database';
import { authSecret, databaseUrl, env } from '#lib/env';
import { eventInput } from '#lib/jobs/event';
import { defineJob, type Job, type Schedule, type Subscription, type Try } from '#lib/jobs/table';
import { getSettings } from '#lib/settings/queries';
import { isWorking } from './queries.ts';
import { readFailure } from './record.ts';
import { lastPlanned } from './rules.ts';
import { backupFolder, isBackupName, removeSurplus, storedBackups } from './stored.ts';

/** Why is in the folder, for the desk, or was written to the log by the program itself. */
class BackupFailed extends Error {
  override readonly name = 'BackupFailed';
  readonly code = 'BACKUP';
}

/**
 * Runs `npm run backup` or `restore` as a process of its own: it takes a core for a while and 128 MiB for its key, and
 * the server goes on answering beside it. It ends when we do.
 */
async function runScript(name: 'backup' | 'restore', args: readonly string[]): Promise<void> {
  // Not imported: a bundler that sees the call looks for the program among its modules.
  const { spawn } = process.getBuiltinModule('node:child_process');
  const script = join(process.cwd(), 'scripts', `${name}.ts`);
  const child = spawn(process.execPath, ['--conditions=react-server', script, ...args], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl(),
      DATABASE_DIRECT_URL: env().DATABASE_DIRECT_URL,
      AUTH_SECRET: authSecret(),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new BackupFailed();
}

/** Tells the admins: once, when no further try is left. */
async function tellOfFailure(ctx: Context, what: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    await recordAudit(tx, { action: 'backup.failed', entity: 'backup', entityId: what });
    await tx.db.execute(sql`SELECT append_event('backup.failed', 'backup', ${what}, '{}'::jsonb)`);
  });
}

/** Removes what is kept no longer: after each that is made, and after each check, which may free those before it. */
async function tidy(ctx: Context): Promise<void> {
  const { shop, backups: settings } = await getSettings(ctx);
  for (const gone of await removeSurplus(settings, shop.time_zone, ctx.now)) {
    await recordAudit(ctx, { action: 'backup.removed', entity: 'backup', entityId: gone });
  }
}

async function make(ctx: Context, { isLast, send }: Try): Promise<void> {
  try {
    await runScript('backup', ['--scheduled']);
  } catch (error) {
    if (isLast) await tellOfFailure(ctx, 'new');
    throw error;
  }
  const [newest] = await storedBackups();
  const { backups: settings } = await getSettings(ctx);
  if (!newest) throw new BackupFailed();
  const { name, bytes, rows, files } = newest;
  await recordAudit(ctx, { action: 'backup.made', entity: 'backup', entityId: name, after: { bytes, rows, files } });
  await tidy(ctx);
  if (settings.check) await send(ctx, [{ job: check, data: { name } }]);
}

/** A backup that cannot be relied on is told of, and no reason to try again: the next one is. */
async function judge(ctx: Context, name: string, { isLast }: Try): Promise<void> {
  if (!isBackupName(name)) return;
  try {
    await runScript('restore', [join(backupFolder(), name), '--check']);
  } catch (error) {
    const known = (await storedBackups()).find((one) => one.name === name);
    const isJudged = (known?.checked?.reason ?? null) !== null;
    if (isJudged || isLast) await tellOfFailure(ctx, name);
    if (isJudged || !known) return;
    throw error;
  }
  await recordAudit(ctx, { action: 'backup.checked', entity: 'backup', entityId: name });
  await tidy(ctx);
}

const makeJob = defineJob({
  queue: 'backups',
  name: 'make-backup',
  input: z.object({}),
  run: (ctx, _, attempt) => make(ctx, attempt),
});

const makeAsked = defineJob({
  queue: 'backups',
  name: 'make-asked-backup',
  input: eventInput,
  run: (ctx, _, attempt) => make(ctx, attempt),
});

const check = defineJob({
  queue: 'backups',
  name: 'check-backup',
  input: z.object({ name: z.string() }),
  run: (ctx, { name }, attempt) => judge(ctx, name, attempt),
});

const checkAsked = defineJob({
  queue: 'backups',
  name: 'check-asked-backup',
  input: eventInput,
  run: (ctx, { entity_id: name }, attempt) => judge(ctx, name, attempt),
});

/** True when one was planned since the last one was made or came to nothing. */
async function isDue(ctx: Context): Promise<boolean> {
  if (env().BACKUP_PASSPHRASE === undefined) return false;
  const { shop, backups: settings } = await getSettings(ctx);
  const planned = lastPlanned(settings, shop.time_zone, ctx.now);
  if (planned === null) return false;
  const [[newest], failure] = await Promise.all([storedBackups(), readFailure(env().DATA_DIR)]);
  const since = [newest?.taken_at, failure?.at].map((at) => (at === undefined ? 0 : Date.parse(at)));
  return Math.max(...since) < planned.getTime();
}

const whenDue = defineJob({
  queue: 'maintenance',
  name: 'back-up-when-due',
  input: z.object({}),
  async run(ctx, _, { send }) {
    if ((await isDue(ctx)) && !(await isWorking(ctx))) await send(ctx, [{ job: makeJob, data: {} }]);
  },
});

export const backupJobs: readonly Job[] = [makeJob, makeAsked, check, checkAsked, whenDue];

export const backupSubscriptions: readonly Subscription[] = [
  { topic: 'backup.asked', job: makeAsked },
  { topic: 'backup.check_asked', job: checkAsked },
];

export const backupSchedules: readonly Schedule[] = [{ job: whenDue, cron: '4,19,34,49 * * * *' }];
