import 'server-only';
import { sql } from 'drizzle-orm';
import type { Context } from '#lib/context';

export type MessageFigures = {
  mail_sent_at: string | null;
  sms_sent_at: string | null;
  /** In the last seven days. */
  failed: number;
  /** Failed since anything was last sent: more than one speaks of the service and not of an address. */
  failed_since_sent: number;
  /** Seconds for which the oldest waits. */
  waiting_seconds: number;
};

export type WebhookFigures = { failing: number; switched_off: number };

const DAYS = 30;

export async function readMessages(ctx: Pick<Context, 'db' | 'now'>): Promise<MessageFigures> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const iso = (moment: ReturnType<typeof sql>) =>
    sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const [row] = await ctx.db.execute<MessageFigures>(sql`
    with lately as (
      select channel, status, sent_at, created_at, updated_at from notifications
      where created_at > ${now} - make_interval(days => ${DAYS}::int)),
    sent as (select max(sent_at) as at from lately where status = 'sent')
    select ${iso(sql`max(sent_at) filter (where channel = 'email' and status = 'sent')`)} as mail_sent_at,
      ${iso(sql`max(sent_at) filter (where channel = 'sms' and status = 'sent')`)} as sms_sent_at,
      count(*) filter (where status = 'failed' and created_at > ${now} - interval '7 days')::int as failed,
      count(*) filter (where status = 'failed'
        and updated_at > coalesce((select at from sent), '-infinity'::timestamptz))::int as failed_since_sent,
      coalesce(extract(epoch from ${now} - min(created_at) filter (where status = 'queued')), 0)::float8
        as waiting_seconds
    from lately`);
  if (!row) throw new Error('the outbox said nothing');
  return row;
}

export async function readWebhooks(ctx: Pick<Context, 'db'>): Promise<WebhookFigures> {
  const [row] = await ctx.db.execute<WebhookFigures>(sql`
    select count(*) filter (where is_active and failing_since is not null)::int as failing,
      count(*) filter (where disabled_reason = 'failing')::int as switched_off
    from webhook_endpoints`);
  return row ?? { failing: 0, switched_off: 0 };
}
