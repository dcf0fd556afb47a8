import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { NoticeChannel, NoticeStatus } from '#db/enums';
import { notifications } from '#db/schema/notices';
import type { Context } from './context.ts';

/**
 * The book of everything the shop says: one row of `notifications` per cause. The ports of mail and SMS, and the jobs
 * that send, all write it through here.
 */

export type OutboxEntry = {
  /** What it is about, such as `order_placed` or `phone_code`. */
  event: string;
  channel: NoticeChannel;
  audience: 'customer' | 'staff';
  /** An address or a phone in E.164. */
  recipient: string;
  subject: string | null;
  body: string;
  locale: string;
  orderId: string | null;
  bookingId?: string | null;
  /** Names the cause: a second entry with the same key is not written. */
  dedupeKey: string;
};

/** An outside service did not take a message, in words for the outbox. */
export class NotTaken extends Error {
  /** Trying again would not help, or could tell somebody twice. */
  readonly isFinal: boolean;

  constructor(words: string, { isFinal }: { isFinal: boolean }) {
    super(words);
    this.name = 'NotTaken';
    this.isFinal = isFinal;
  }
}

export type OutboxRow = typeof notifications.$inferSelect;

/** What stands in the book where a code was. */
export const MASK = '••••••';
const CODE = /\d(?:[ -]?\d){3,7}/g;

/** A link that opens something is a code too. */
const TOKEN = /(\btoken=)[\w.-]+/g;

export const maskCodes = (body: string): string => body.replace(TOKEN, `$1${MASK}`).replace(CODE, MASK);

/** Writes the entry, unless its cause is already there; answers the row of the cause either way. */
export async function writeEntry(
  ctx: Context,
  entry: OutboxEntry,
  status: Extract<NoticeStatus, 'queued' | 'sending' | 'captured'>,
): Promise<OutboxRow & { isNew: boolean }> {
  const [written] = await ctx.db
    .insert(notifications)
    .values({ ...entry, status, attempts: status === 'sending' ? 1 : 0, createdAt: ctx.now })
    .onConflictDoNothing({ target: notifications.dedupeKey })
    .returning();
  if (written) return { ...written, isNew: true };
  const [first] = await ctx.db.select().from(notifications).where(eq(notifications.dedupeKey, entry.dedupeKey));
  if (!first) throw new Error('an entry of the outbox vanished');
  return { ...first, isNew: false };
}

/** Marks a row as being sent by this caller; null when it is in none of these states. */
export async function claimEntry(ctx: Context, id: string, from: readonly NoticeStatus[]): Promise<OutboxRow | null> {
  const [row] = await ctx.db
    .update(notifications)
    .set({ status: 'sending', attempts: sql`${notifications.attempts} + 1`, updatedAt: ctx.now })
    .where(and(eq(notifications.id, id), inArray(notifications.status, [...from])))
    .returning();
  return row ?? null;
}

/** How it ended. That it was sent is true whatever somebody else has made of the row since; anything else is not. */
export async function settleEntry(
  ctx: Context,
  id: string,
  status: Extract<NoticeStatus, 'queued' | 'sent' | 'captured' | 'failed'>,
  error: string | null = null,
): Promise<void> {
  await ctx.db
    .update(notifications)
    .set({
      status,
      error: error?.slice(0, 500) ?? null,
      sentAt: status === 'sent' ? new Date(ctx.now) : null,
      updatedAt: ctx.now,
    })
    .where(and(eq(notifications.id, id), status === 'sent' ? undefined : eq(notifications.status, 'sending')));
}

/** The words of an outside service without what they must not repeat: our secrets, addresses and phones. */
export function withoutSecrets(words: string, secrets: readonly (string | undefined)[]): string {
  let clean = words;
  for (const secret of secrets) if (secret) clean = clean.replaceAll(secret, '…');
  return clean
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '…')
    .replace(/\+?\d{7,}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
