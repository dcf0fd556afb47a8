import 'server-only';
import { eq } from 'drizzle-orm';
import { notifications } from '#db/schema/notices';
import { type Context, requireRole } from '#lib/context';
import { env } from '#lib/env';
import { mailFrom } from '#lib/mail/send';
import { postLetter } from '#lib/mail/smtp';
import { claimEntry, NotTaken, type OutboxRow, settleEntry } from '#lib/outbox';
import { getSettings } from '#lib/settings/queries';
import { postSms, twilioAccount } from '#lib/sms/twilio';
import type { NoticeRef } from '../input.ts';

/** Nobody can still be at it after this: the service for SMS has four seconds to answer. */
const IN_FLIGHT_MS = 10_000;

const IN_DOUBT = 'Sending was interrupted; the message may have arrived. Send it again only if it did not.';

/** Hands the message to its service; false when there is none. Throws NotTaken. */
async function post(ctx: Context, row: OutboxRow): Promise<boolean> {
  if (row.channel === 'sms') {
    const account = twilioAccount(env());
    if (account === null) return false;
    await postSms(account, { to: row.recipient, body: row.body });
    return true;
  }
  const { SMTP_URL } = env();
  if (SMTP_URL === undefined) return false;
  const { messages, shop } = await getSettings(ctx);
  await postLetter(SMTP_URL, {
    id: row.id,
    from: await mailFrom(ctx),
    to: row.recipient,
    subject: row.subject ?? '',
    text: row.body,
    locale: row.locale ?? shop.locale,
    replyTo: row.audience === 'customer' ? messages.reply_to || shop.email || null : null,
  });
  return true;
}

/** The row, marked as being sent by us; null when there is nothing to do any more. Throws while somebody else sends. */
async function claim(ctx: Context, id: string): Promise<OutboxRow | null> {
  const [row] = await ctx.db.select().from(notifications).where(eq(notifications.id, id));
  if (row?.status === 'queued') return claimEntry(ctx, id, ['queued']);
  if (row?.status !== 'sending') return null;
  // A process died in the middle. A letter sent again is the same letter, by its Message-ID; an SMS would be a second.
  if (ctx.now.getTime() - row.updatedAt.getTime() < IN_FLIGHT_MS) throw new Error('somebody is sending this');
  if (row.channel === 'email') return claimEntry(ctx, id, ['sending']);
  await settleEntry(ctx, id, 'failed', IN_DOUBT);
  return null;
}

/**
 * Sends one message of the outbox. Called again for the same message it sends a letter with the same Message-ID, and an
 * SMS not at all once that may have left. Throws what the service said when another try may help; at the last one, or
 * when none would help, the message has failed.
 */
export async function deliverNotice(
  ctx: Context,
  { notification_id: id }: NoticeRef,
  { isLast }: { isLast: boolean },
): Promise<void> {
  requireRole(ctx, 'admin');
  const row = await claim(ctx, id);
  if (row === null) return;
  try {
    const isPosted = await post(ctx, row);
    await settleEntry(ctx, id, isPosted ? 'sent' : 'captured');
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    const isOver = isLast || error.isFinal;
    await settleEntry(ctx, id, isOver ? 'failed' : 'queued', error.message);
    if (!isOver) throw error;
  }
}
