import 'server-only';
import type { Context } from './context.ts';
import { database } from './database.ts';
import { DomainError } from './errors.ts';

/**
 * Runs a command of staff that names the version it was decided on. Where another is there by now, its REQ_002 carries
 * `version` and `changes`, which `list` reads: what became different since, when, and by whom.
 */
export async function tellingChanges<T>(
  ctx: Context,
  { version, list }: { version: number | null; list: (version: number) => Promise<unknown[]> },
  run: () => Promise<T>,
): Promise<T> {
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
    throw new DomainError('REQ_002', { ...error.details, changes: await list(version) }, { cause: error });
  }
}
