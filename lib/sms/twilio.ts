import 'server-only';
import { z } from 'zod';
import type { Env } from '#lib/env';
import { withoutSecrets } from '#lib/outbox';

/** A checkout waits for this, so it is short: the whole step has five seconds. */
const DEADLINE_MS = 4000;

export type TwilioAccount = { url: string; sid: string; token: string; from: string };

/** The account of this process, or null: then SMS are captured. */
export function twilioAccount(settings: Env): TwilioAccount | null {
  const { TWILIO_API_URL: url, TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token, TWILIO_FROM: from } = settings;
  return sid && token && from ? { url, sid, token, from } : null;
}

const refusal = z.object({ code: z.number().optional(), message: z.string().catch('') });

/**
 * Hands one SMS to Twilio: https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource.
 * Throws an Error with words for the outbox, without secrets, when the service is down, slow or refuses.
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
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new Error(isLate ? 'The SMS service did not answer in time.' : 'The SMS service could not be reached.', {
      cause: error,
    });
  });
  if (response.ok) {
    await response.body?.cancel();
    return;
  }
  const answer = refusal.safeParse(await response.json().catch(() => null));
  const { code, message } = answer.success ? answer.data : { code: undefined, message: '' };
  const words = withoutSecrets(message, [sid, token, from, to]);
  throw new Error(
    `The SMS service refused it (${response.status}${code === undefined ? '' : `, error ${code}`})${words === '' ? '.' : `: ${words}`}`,
  );
}
