import 'server-only';
import { seal } from '#lib/auth/secrets';
import type { Actor, Context } from '#lib/context';
import { database } from '#lib/database';
import { env } from '#lib/env';
import { expire } from '#lib/expire';
import { limitKey } from '#lib/server/client-address';
import { getSettings } from '#lib/settings/queries';

const VISITOR: Actor = { kind: 'visitor' };

/** A context for a request with these headers; our own server wrote the address and the request's id into them. */
export async function contextFor(headers: Pick<Headers, 'get'>, actor: Actor = VISITOR): Promise<Context> {
  const { db } = database();
  const address = headers.get('x-barrow-client-address');
  return {
    db,
    actor,
    now: new Date(),
    locale: (await getSettings({ db })).shop.locale,
    requestId: headers.get('x-request-id') ?? crypto.randomUUID(),
    expire,
    addressHash: address ? seal('address', limitKey(address)) : null,
  };
}

/** For pages everybody sees alike: knows nothing of the visitor, so that they can be kept. */
export async function publicContext(): Promise<Context> {
  return contextFor({ get: () => null });
}

/** For jobs and timers. */
export async function systemContext(name: string): Promise<Context> {
  return contextFor({ get: () => null }, { kind: 'system', name });
}

/** The origin a browser must name on a write: the public address, or on a local shop the address it was opened by. */
export function isSameOrigin(headers: Pick<Headers, 'get'>): boolean {
  const origin = headers.get('origin');
  if (!origin) return false;
  if (origin === new URL(env().APP_URL).origin) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return env().isLocal && URL.parse(origin)?.host === host;
}
