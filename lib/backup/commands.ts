import 'server-only';
import { sql } from 'drizzle-orm';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import type { BackupRef } from './input.ts';
import type { BackupsDto } from './output.ts';
import { getBackups, isWorking, requireStored } from './queries.ts';

/** Backups are for people and for keys made by admins; the work itself is done in the background. */
async function ask(ctx: Context, topic: string, action: string, name: string): Promise<BackupsDto> {
  if (env().BACKUP_PASSPHRASE === undefined) throw new DomainError('CONF_002');
  await transaction(ctx, async (tx) => {
    if (await isWorking(tx)) throw new DomainError('CONF_002');
    await recordAudit(tx, { action, entity: 'backup', entityId: name });
    // The event is what becomes the work, as everywhere.
    await tx.db.execute(sql`SELECT append_event(${topic}, 'backup', ${name}, '{}'::jsonb)`);
  });
  return { ...(await getBackups(ctx)), is_working: true };
}

/** Asks for a backup now. Throws CONF_002 while one is made, and without BACKUP_PASSPHRASE. */
export async function makeBackup(ctx: Context): Promise<BackupsDto> {
  requireRole(ctx, 'admin');
  return ask(ctx, 'backup.asked', 'backup.asked', 'new');
}

/** Asks for a check of one. Throws DB_002 when there is none of that name; else as `makeBackup`. */
export async function checkBackup(ctx: Context, { name }: BackupRef): Promise<BackupsDto> {
  requireRole(ctx, 'admin');
  const { stream } = await requireStored(name);
  await stream.cancel();
  return ask(ctx, 'backup.check_asked', 'backup.check_asked', name);
}

/** The encrypted file as it is; who took it is written down first. Throws DB_002. */
export async function downloadBackup(ctx: Context, { name }: BackupRef): Promise<Response> {
  requireRole(ctx, 'admin');
  const { bytes, stream } = await requireStored(name);
  await recordAudit(ctx, { action: 'backup.downloaded', entity: 'backup', entityId: name });
  return new Response(stream, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
