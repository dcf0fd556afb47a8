import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { OutboxDto } from '#lib/notices/output';
import { languageOf } from '#lib/notices/rules';
import { AUDIENCE, LANGUAGE, recipientWords } from './words.ts';

type Shop = { locale: string; timeZone: string };

/** Everything about a message but its text. */
export function MessageFacts({ message, shop }: { message: OutboxDto; shop: Shop }) {
  return (
    <dl className="fact-list">
      <div>
        <dt>To</dt>
        <dd className="break-all">{recipientWords(message)}</dd>
      </div>
      <div>
        <dt>Who that is</dt>
        <dd>{AUDIENCE[message.audience]}</dd>
      </div>
      {message.order_id ? (
        <div>
          <dt>Order</dt>
          <dd>
            <Link className="underline" href={`/admin/orders/${message.order_id}`}>
              {message.order_number}
            </Link>
          </dd>
        </div>
      ) : null}
      {message.locale ? (
        <div>
          <dt>Language</dt>
          <dd>{LANGUAGE[languageOf(message.locale)]}</dd>
        </div>
      ) : null}
      <div>
        <dt>Written</dt>
        <dd>
          <Time at={message.created_at} {...shop} />
        </dd>
      </div>
      {message.sent_at ? (
        <div>
          <dt>Sent</dt>
          <dd>
            <Time at={message.sent_at} {...shop} />
          </dd>
        </div>
      ) : null}
      {message.attempts > 0 ? (
        <div>
          <dt>Tries</dt>
          <dd>{message.attempts}</dd>
        </div>
      ) : null}
    </dl>
  );
}
