import 'server-only';
import type { Context } from '#lib/context';
import { env } from '#lib/env';
import { DomainError } from '#lib/errors';
import { log } from '#lib/log';
import { maskCodes, settleEntry, writeEntry } from '#lib/outbox';
import { getSettings } from '#lib/settings/queries';
import { postLetter } from './smtp.ts';

export type Mail = {
  to: string;
  subject: string;
  /** Plain text; the HTML is made from it. */
  text: string;
  /** What it is about, such as `phone_code`. */
  event: string;
  orderId?: string | null;
  audience?: 'customer' | 'staff';
  /** Names the cause: the same key is never sent twice. */
  dedupeKey: string;
  replyTo?: string | null;
  /** Its digits are a code, and `token=` in its links opens something: with a real service the outbox keeps it masked. */
  isSecret?: boolean;
};

/** Whom mail comes from: MAIL_FROM, else the shop's own address. */
export async function mailFrom(ctx: Pick<Context, 'db'>): Promise<string> {
  const { MAIL_FROM, APP_URL } = env();
  if (MAIL_FROM !== undefined) return MAIL_FROM;
  const { shop } = await getSettings(ctx);
  const address = shop.email === '' ? `shop@${new URL(APP_URL).hostname}` : shop.email;
  return `"${shop.name.replace(/["\\\r\n]/g, '')}" <${address}>`;
}

/**
 * Sends one letter now and leaves it in the outbox. Without SMTP_URL it is captured there, readable. Throws SMS_001
 * (`channel: 'email'`) when the server is down, slow or refuses, and when the same cause failed before. Not inside a
 * transaction.
 */
export async function sendMail(ctx: Context, mail: Mail): Promise<'sent' | 'captured'> {
  const { SMTP_URL } = env();
  const entry = {
    event: mail.event,
    channel: 'email' as const,
    audience: mail.audience ?? ('customer' as const),
    recipient: mail.to,
    subject: mail.isSecret && SMTP_URL !== undefined ? maskCodes(mail.subject) : mail.subject,
    body: mail.isSecret && SMTP_URL !== undefined ? maskCodes(mail.text) : mail.text,
    locale: ctx.locale,
    orderId: mail.orderId ?? null,
    dedupeKey: mail.dedupeKey,
  };
  const row = await writeEntry(ctx, entry, SMTP_URL === undefined ? 'captured' : 'sending');
  if (row.status === 'captured') return 'captured';
  if (!row.isNew) {
    if (row.status === 'sent') return 'sent';
    throw new DomainError('SMS_001', { channel: 'email' });
  }
  if (SMTP_URL === undefined) return 'captured';
  try {
    await postLetter(SMTP_URL, {
      id: row.id,
      from: await mailFrom(ctx),
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      locale: ctx.locale,
      replyTo: mail.replyTo ?? null,
    });
  } catch (err) {
    log().warn({ err, requestId: ctx.requestId }, 'a letter was not sent');
    await settleEntry(ctx, row.id, 'failed', err instanceof Error ? err.message : null);
    throw new DomainError('SMS_001', { channel: 'email' }, { cause: err });
  }
  await settleEntry(ctx, row.id, 'sent');
  return 'sent';
}
