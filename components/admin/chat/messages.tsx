import { Badge } from '#components/ui/badge';
import { Time } from '#components/ui/time';
import type { ChatMessageDto } from '#lib/chat/output';

/** What was said, oldest first, on the side of who said it. */
export function Messages({
  messages,
  visitor,
  shop,
}: {
  messages: readonly ChatMessageDto[];
  visitor: string;
  shop: { locale: string; timeZone: string };
}) {
  return (
    <ol className="talk" aria-label="Messages">
      {messages.map(({ id, sender_type: by, sender_name, message, at }) => (
        <li key={id} className="said" data-by={by}>
          <p className="said-by">
            {by === 'visitor' ? visitor : by === 'staff' ? (sender_name ?? 'A colleague') : 'Answered by a rule'}{' '}
            {by === 'bot' ? <Badge>automatic</Badge> : null} <Time at={at} {...shop} format="short" />
          </p>
          <p className="said-words">{message}</p>
        </li>
      ))}
    </ol>
  );
}
