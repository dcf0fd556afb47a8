import 'server-only';
import { z } from 'zod';
import type { Env } from '#lib/env';
import { NotTaken, withoutSecrets } from '#lib/outbox';

/** A checkout waits for this, so it is short: the whole step has five seconds. */
const DEADLINE_MS = 4000;

export type TwilioAccount = { url: string; sid: string; token: string; from: string };

/** The account of this process, or null: then SMS are captured. */
export function twilioAccount(settings: Env): TwilioAccount | null {
  const { TWILIO_API_URL: url, TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_FROM: from } = settings;
  return sid && token && from ? { url, sid, token, from } : null;
}

const refusal = z.object({ code: z.number().optional(), message: z.string().catch('') });

/** The request never left: these can be tried again without telling anybody twice. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function notAnswered(error: unknown): NotTaken {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new NotTaken('The SMS service did not answer in time; the message may have arrived.', { isFinal: true });
  }
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return UNSENT.has(code)
    ? new NotTaken('The SMS service could not be reached.', { isFinal: false })
    : new NotTaken('The SMS service broke off; the message may have arrived.', { isFinal: true });
}

/**
 * Hands one SMS to Twilio: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource.
 * Throws NotTaken when the service is down, slow or refuses.
 */
export async function postSms(account: TwilioAccount, { to, body }: { to: string; body: string }): Promise<void> {
  const { url, sid, token, from } = account;
  // A sender is a number, a name, or a messaging service, whose ids begin with MG.
  const sender = /^MG[0-9a-f]{32}$/i.test(from) ? 'MessagingServiceSid' : 'From';
  const response = await fetch(
    `${url.replace(/\/+$/, '')}/2010-04-01/Accounts/${encodeURIComponent(sid)}/Messages.json`,
    {
      method: 'POST',
      headers: { Authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}` },
      body: new URLSearchParams({ To: to, [sender]: from, Body: body }),
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    },
  ).catch((error: unknown) => {
    throw notAnswered(error);
  });
  if (response.ok) {
    // It is taken; what else it says is of no use here.
    await response.body?.cancel();
    return;
  }
  const { status } = response;
  const answer = refusal.safeParse(await response.json().catch(() => null));
  const { code, message } = answer.success ? answer.data : { code: undefined, message: '' };
  const words = withoutSecrets(message, [sid, token, from, to]);
  throw new NotTaken(
    `The SMS service refused it (${status}${code === undefined ? '' : `, error ${code}`})${words === '' ? '.' : `: ${words}`}`,
    { isFinal: status !== 429 && status !== 503 },
  );
}
