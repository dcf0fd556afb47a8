import 'server-only';
import type { Actor } from '#lib/context';
import { DomainError } from '#lib/errors';
import { log } from '#lib/log';

/** By id: names are in no log. */
function idOf(actor: Actor): string {
  if (actor.kind === 'customer') return `customer ${actor.customerId}`;
  if (actor.kind !== 'staff') return actor.kind;
  return actor.key ? `key ${actor.key.id}` : `user ${actor.userId}`;
}

/**
 * Writes down who was refused what at a door, in the same words for API and actions: somebody signed in who may not, or
 * another website that writes with their cookies. `actor` is null before it was known.
 */
export function noteRefusal(
  error: unknown,
  facts: { requestId: string | null; actor: Actor | null; what?: string },
): void {
  if (!(error instanceof DomainError) || error.status !== 403) return;
  const { requestId, actor, what } = facts;
  log().info({ requestId, code: error.code, who: actor === null ? null : idOf(actor), what }, 'somebody was refused');
}
