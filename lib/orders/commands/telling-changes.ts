import 'server-only';
import type { Context } from '#lib/context';
import { database } from '#lib/database';
import { DomainError } from '#lib/errors';
import { listOrderChanges } from '../queries/changes.ts';

type Seen = { order_id: string; version: number | null };

/**
 * Runs a command of staff that names the version it was decided on. Where another is there by now, its REQ_002 carries
 * `version` and `changes`: what became different since, when, and by whom.
 */
export async function tellingChanges<T>(ctx: Context, { order_id, version }: Seen, run: () => Promise<T>): Promise<T> {
  // Open to staff only: what it runs has authorised, and nobody else is told.
  try {
    return await run();
  } catch (error) {
    const isStale =
      error instanceof DomainError &&
      error.code === 'REQ_002' &&
      typeof error.details.version === 'number' &&
      error.details.changes === undefined;
    // A refusal has ended the transaction around it: nothing more can be asked there.
    if (!isStale || version === null || ctx.actor.kind !== 'staff' || ctx.db !== database().db) throw error;
    const changes = await listOrderChanges(ctx, { order_id, version });
    throw new DomainError('REQ_002', { ...error.details, changes }, { cause: error });
  }
}
