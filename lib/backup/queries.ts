import 'server-only';
import { type Context, requireRole } from '#lib/context';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { listJobs } from '#lib/jobs/queries';
import { getSettings } from '#lib/settings/queries';
import type { BackupsDto } from './output.ts';
import { readFailure } from './record.ts';
import { hasFailed, nextPlanned, overdueSince } from './rules.ts';
import { openStored, storedBackups } from './stored.ts';

/** True while one is made or checked, or waits for its turn. */
export async function isWorking(ctx: Context): Promise<boolean> {
  const { items } = await listJobs(ctx, { queue: 'backups', state: 'open', limit: 10, page: 1 });
  return items.some(({ state }) => state !== 'failed');
}

/** For admins: the backups in the data folder of this server, and how it stands with the next one. */
export async function getBackups(ctx: Context): Promise<BackupsDto> {
  requireRole(ctx, 'admin');
  const [backups, isBusy, failure, { shop, backups: settings }] = await Promise.all([
    storedBackups(),
    isWorking(ctx),
    readFailure(env().DATA_DIR),
    getSettings(ctx),
  ]);
  const hasPassphrase = env().BACKUP_PASSPHRASE !== undefined;
  const next = hasPassphrase ? nextPlanned(settings, shop.time_zone, ctx.now) : null;
  return {
    backups,
    is_working: isBusy,
    has_passphrase: hasPassphrase,
    next_at: next?.toISOString() ?? null,
    failure,
  };
}

/** Throws DB_002 when there is none of that name. */
export async function requireStored(name: string): Promise<{ bytes: number; stream: ReadableStream }> {
  const stored = await openStored(name);
  if (stored === null) throw new DomainError('DB_002');
  return stored;
}

/** `overdue_seconds`: for how long one that can be relied on has been missing where one was planned. */
export type BackupFigures = {
  newest_at: string | null;
  overdue_seconds: number;
  has_failed: boolean;
  is_planned: boolean;
};

/** For the page of health. */
export async function readBackupFigures(ctx: Pick<Context, 'db' | 'now'>): Promise<BackupFigures> {
  const [stored, failure, { shop, backups }] = await Promise.all([
    storedBackups(),
    readFailure(env().DATA_DIR),
    getSettings(ctx),
  ]);
  const [newest] = stored;
  // One that awaits its check is taken at its word: the check follows within minutes.
  const good = stored.find((one) => !hasFailed(one));
  const isPlanned = env().BACKUP_PASSPHRASE !== undefined && backups.every !== 'never';
  const since = isPlanned
    ? overdueSince(backups, shop.time_zone, good ? new Date(good.taken_at) : null, ctx.now)
    : null;
  return {
    newest_at: newest?.taken_at ?? null,
    overdue_seconds: since === null ? 0 : Math.max(1, (ctx.now.getTime() - since.getTime()) / 1000),
    has_failed: failure !== null || (newest !== undefined && hasFailed(newest)),
    is_planned: isPlanned,
  };
}
