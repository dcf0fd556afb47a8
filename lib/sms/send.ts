import 'server-only';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { log } from '#lib/log';
import { maskCodes, settleEntry, writeEntry } from '#lib/outbox';
import { postSms, twilioAccount } from './twilio.ts';

export type Sms = {
  /** E.164. */
  to: string;
  body: string;
  /** What it is about, such as `phone_code`. */
  event: string;
  orderId?: string | null;
  audience?: 'customer' | 'staff';
  /** Names the cause: the same key is never sent twice. */
  dedupeKey: string;
  /** Its digits are a code: with a real service the outbox keeps it masked. */
  isSecret?: boolean;
};

/**
 * Sends one SMS now and leaves it in the outbox. Without TWILIO_* it is captured there, readable. Throws SMS_001 when the
 * service is down, slow (4 s) or refuses, and when the same cause failed before. Not inside a transaction.
 */
export async function sendSms(ctx: Context, sms: Sms): Promise<'sent' | 'captured'> {
  const account = twilioAccount(env());
  const entry = {
    event: sms.event,
    channel: 'sms' as const,
    audience: sms.audience ?? ('customer' as const),
    recipient: sms.to,
    subject: null,
    // A shop without SMS reads the code in the outbox; anywhere else nobody but the phone's owner may.
    body: sms.isSecret && account !== null ? maskCodes(sms.body) : sms.body,
    locale: ctx.locale,
    orderId: sms.orderId ?? null,
    dedupeKey: sms.dedupeKey,
  };
  const row = await writeEntry(ctx, entry, account === null ? 'captured' : 'sending');
  if (row.status === 'captured') return 'captured';
  if (!row.isNew) {
    if (row.status === 'sent') return 'sent';
    throw new DomainError('SMS_001');
  }
  if (account === null) return 'captured';
  try {
    await postSms(account, sms);
  } catch (err) {
    log().warn({ err, requestId: ctx.requestId }, 'an SMS was not sent');
    await settleEntry(ctx, row.id, 'failed', err instanceof Error ? err.message : null);
    throw new DomainError('SMS_001', {}, { cause: err });
  }
  await settleEntry(ctx, row.id, 'sent');
  return 'sent';
}
