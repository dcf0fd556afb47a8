import { PageHeader } from '#components/admin/shell/page-header';
import { Status } from '#components/ui/badge';
import { Notice } from '#components/ui/notice';
import type { OutboxDto } from '#lib/notices/output';
import { RetryNotice } from './retry-notice.tsx';
import { BY_CHANNEL, eventLabel, NOTICE_CHANNEL, NOTICE_STATUS } from './words.ts';

/** What a message is about and what has become of it. */
export function MessageHead({ message }: { message: OutboxDto }) {
  const { label, tone } = NOTICE_STATUS[message.status];
  const isOver = message.status === 'failed';
  return (
    <>
      <PageHeader
        title={eventLabel(message.event)}
        crumbs={[
          { label: 'Outbox', href: '/admin/outbox' },
          { label: `${eventLabel(message.event)}, ${NOTICE_CHANNEL[message.channel]}` },
        ]}
        status={<Status tone={tone}>{label}</Status>}
        actions={message.can_retry ? <RetryNotice message={message} /> : null}
      />
      {message.error ? (
        <Notice tone={isOver ? 'bad' : 'warn'} title={isOver ? 'It was not sent' : 'It will be tried again'}>
          <p className="break-words">{message.error}</p>
        </Notice>
      ) : null}
      {message.status === 'captured' ? (
        <Notice>
          <p>No service for {BY_CHANNEL[message.channel]} was set up: it stayed here, nobody got it.</p>
        </Notice>
      ) : null}
    </>
  );
}
