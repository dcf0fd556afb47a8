import 'server-only';
import { seal } from '#lib/auth/secrets';
import type { Actor, Context } from '#lib/context';
import { database } from '#lib/database';
import { env } from '#lib/env';
import { expire } from '#lib/expire';
import { localeFor } from '#lib/i18n/languages';
import { limitKey } from '#lib/server/client-address';
import { PAGE_LANGUAGE_HEADER } from '#lib/server/request-headers';
import { getSettings } from '#lib/settings/queries';
import { rememberLanguages } from './language.ts';

const VISITOR: Actor = { kind: 'visitor' };

/**
 * A context for a request with these headers; our own server wrote the address, the request's id and the language of the
 * page into them. `asked` are languages, the dearest first; the shop's own is taken when it offers none of them.
 */
export async function contextFor(
  headers: Pick<Headers, 'get'>,
  actor: Actor = VISITOR,
  asked: readonly string[] = [headers.get(PAGE_LANGUAGE_HEADER) ?? ''],
): Promise<Context> {
  const { db } = database();
  const { shop } = await getSettings({ db });
  rememberLanguages(shop);
  const address = headers.get('x-barrow-client-address');
  return {
    db,
    actor,
    now: new Date(),
    locale: localeFor(asked, shop),
    requestId: headers.get('x-request-id') ?? crypto.randomUUID(),
    expire,
    addressHash: address ? seal('address', limitKey(address)) : null,
  };
}

/** For pages everybody sees alike: knows nothing of the visitor but the language in the address, so that they can be kept. */
export async function publicContext(language?: string): Promise<Context> {
  return contextFor({ get: () => null }, VISITOR, language ? [language] : []);
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
