'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { OutboxDto } from '#lib/notices/output';
import { AUDIENCE, BY_CHANNEL, eventLabel, NOTICE_STATUS, recipientWords } from './words.ts';

export type OutboxRow = Pick<
  OutboxDto,
  'id' | 'event' | 'channel' | 'audience' | 'recipient' | 'subject' | 'status' | 'created_at'
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

export function OutboxTable({ rows, shop }: { rows: OutboxRow[]; shop: Shop }) {
  return <DataTable caption="Mail and SMS" rows={rows} columns={columnsIn(shop)} />;
}
