import 'server-only';
import type { NoticeChannel } from '#db/enums';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import type { EventInput } from '#lib/jobs/event';
import { type OutboxEntry, writeEntry } from '#lib/outbox';
import { ERASED_PHONE } from '#lib/phone';
import { getSettings } from '#lib/settings/queries';
import { type Cause, causesOf } from '../queries/causes.ts';
import { noticeServices } from '../queries/services.ts';
import { fillLine, fillSms, fillText, kindOf, languageOf, type NoticeKind } from '../rules.ts';
import { textOf } from '../texts.ts';

const LONGEST = { subject: 200, body: 20_000 };

/** Where a notice of this kind goes, by each way the shop has switched on; empty where nobody can be reached. */
async function waysOf(ctx: Context, kind: NoticeKind, cause: Cause): Promise<[NoticeChannel, string][]> {
  const { messages, shop } = await getSettings(ctx);
  const { audience, channels } = kindOf(kind);
  const isOn = (channel: NoticeChannel) => messages.channels[kind]?.[channel] ?? channels[channel] ?? false;
  const ways: [NoticeChannel, string | null][] =
    audience === 'staff'
      ? [['email', messages.staff_email || shop.email]]
      : [
          ['email', cause.readers?.email ?? null],
          ['sms', cause.readers?.phone === ERASED_PHONE ? null : (cause.readers?.phone ?? null)],
        ];
  return ways.flatMap(([channel, to]) => (isOn(channel) && to ? [[channel, to]] : []));
}

async function entriesOf(ctx: Context, event: EventInput, cause: Cause): Promise<OutboxEntry[]> {
  const { messages } = await getSettings(ctx);
  const { kind, values, locale, orderId, bookingId, about } = cause;
  const { event: name, audience } = kindOf(kind);
  const text = textOf(messages.texts, languageOf(locale), kind);
  return (await waysOf(ctx, kind, cause)).map(([channel, recipient]) => ({
    event: name,
    channel,
    audience,
    recipient,
    subject: channel === 'email' ? fillLine(text.subject, values).slice(0, LONGEST.subject) : null,
    body: (channel === 'email' ? fillText(text.body, values) : fillSms(text.sms ?? '', values)).slice(0, LONGEST.body),
    locale,
    orderId,
    bookingId: bookingId ?? null,
    dedupeKey: [event.seq, kind, channel, about].filter(Boolean).join(':'),
  }));
}

/**
 * Writes what an event gives reason to say into the outbox, once however often it is called, and hands the ids of what
 * still has to be sent to `deliver` in the same transaction. Without a service it is captured, and done.
 */
export async function tellOfEvent(
  ctx: Context,
  event: EventInput,
  deliver: (ctx: Context, ids: string[]) => Promise<void>,
): Promise<void> {
  requireRole(ctx, 'admin');
  const entries: OutboxEntry[] = [];
  for (const cause of await causesOf(ctx, event)) entries.push(...(await entriesOf(ctx, event, cause)));
  if (entries.length === 0) return;
  await transaction(ctx, async (tx) => {
    const waiting: string[] = [];
    for (const entry of entries) {
      const row = await writeEntry(tx, entry, noticeServices()[entry.channel] ? 'queued' : 'captured');
      if (row.status === 'queued') waiting.push(row.id);
    }
    if (waiting.length > 0) await deliver(tx, waiting);
  });
}
