import type { NoticeChannel } from '#db/enums';
import { LinkedText } from './linked-text.tsx';

/** A message as whoever gets it sees it: a letter with its subject, or a bubble on a phone. */
export function MessageCard({
  channel,
  from,
  to,
  subject,
  body,
}: {
  channel: NoticeChannel;
  from?: string;
  to?: string;
  subject: string | null;
  body: string;
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
        <h3>{subject}</h3>
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
