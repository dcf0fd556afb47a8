'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import { retryNoticeAction } from '#lib/notices/actions';
import type { OutboxDto } from '#lib/notices/output';
import { BulkRetry } from '../bulk-retry.tsx';
import { AUDIENCE, BY_CHANNEL, eventLabel, NOTICE_STATUS, recipientWords } from './words.ts';

export type OutboxRow = Pick<
  OutboxDto,
  'id' | 'event' | 'channel' | 'audience' | 'recipient' | 'subject' | 'status' | 'created_at' | 'can_retry'
> & {
  /** The first words of a message without a subject. */
  start: string;
};
type Shop = { locale: string; timeZone: string };
const column = columnsOf<OutboxRow>();

const columnsIn = ({ locale, timeZone }: Shop) =>
  column.columns([
    column.accessor('subject', {
      header: 'Message',
      meta: { card: 1 },
      cell: ({ row: { original: message } }) => (
        <span className="lead-cell">
          <Link className="row-link" href={`/admin/outbox/${message.id}`}>
            {message.subject ?? message.start}
          </Link>
          <span className="sub">{eventLabel(message.event)}</span>
        </span>
      ),
    }),
    column.accessor('recipient', {
      header: 'To',
      meta: { card: 3 },
      cell: ({ row: { original: message } }) => (
        <span>
          <span className="break-all">{recipientWords(message)}</span>
          <span className="sub">
            {AUDIENCE[message.audience]}, by {BY_CHANNEL[message.channel]}
          </span>
        </span>
      ),
    }),
    column.accessor('status', {
      header: 'State',
      meta: { card: 2 },
      cell: ({ getValue }) => {
        const { label, tone } = NOTICE_STATUS[getValue()];
        return <Status tone={tone}>{label}</Status>;
      },
    }),
    column.accessor('created_at', {
      header: 'When',
      meta: { card: 4 },
      cell: ({ getValue }) => (
        <span className="whitespace-nowrap">
          <Time at={getValue()} timeZone={timeZone} locale={locale} format="short" />
        </span>
      ),
    }),
  ]);

/** `canChoose` where the list is of failures: several can be sent again at once. */
export function OutboxTable({ rows, shop, canChoose }: { rows: OutboxRow[]; shop: Shop; canChoose: boolean }) {
  const sendable = (ids: readonly string[]) => rows.filter(({ id, can_retry }) => can_retry && ids.includes(id));
  return (
    <DataTable
      caption="Mail and SMS"
      rows={rows}
      columns={columnsIn(shop)}
      nameOf={(message) => `the message to ${recipientWords(message)}`}
      bulk={
        canChoose
          ? (ids, clear) => (
              <BulkRetry
                ids={sendable(ids).map(({ id }) => id)}
                label="Send again"
                retry={(id) => retryNoticeAction({ notification_id: id })}
                clear={clear}
              />
            )
          : undefined
      }
    />
  );
}
