import type { NoticeChannel } from '#db/enums';
import { LinkedText } from './linked-text.tsx';

/** A message as whoever gets it sees it: a letter with its subject, or a bubble on a phone. */
export function MessageCard({
  channel,
  from,
  to,
  subject,
  body,
  heading: Heading = 'h3',
}: {
  channel: NoticeChannel;
  from?: string;
  to?: string;
  subject: string | null;
  body: string;
  heading?: 'h2' | 'h3';
}) {
  if (channel === 'sms') {
    return (
      <div className="sms">
        <p className="sms-bubble">
          <LinkedText>{body}</LinkedText>
        </p>
      </div>
    );
  }
  return (
    <article className="letter">
      <header>
        <Heading>{subject}</Heading>
        {from || to ? (
          <p className="break-words text-ink-soft">
            {from}
            {from && to ? ' to ' : ''}
            {to}
          </p>
        ) : null}
      </header>
      <div className="letter-body">
        <LinkedText>{body}</LinkedText>
      </div>
    </article>
  );
}
