import { Status } from '#components/ui/badge';
import { EmptyState } from '#components/ui/empty-state';
import { Link } from '#components/ui/link';
import { Time } from '#components/ui/time';
import type { ChatRowDto } from '#lib/chat/output';
import { CHAT_STATE, whoWords } from './words.ts';

type Shop = { locale: string; timeZone: string };

/** Talks, the newest word first; the one that is open is marked. `query` keeps the filter of the list. */
export function Inbox({
  chats,
  shop,
  query,
  current,
}: {
  chats: readonly ChatRowDto[];
  shop: Shop;
  query: string;
  current?: string;
}) {
  if (chats.length === 0) {
    return (
      <EmptyState title="No talks here">
        What visitors write in the shop arrives here. Whoever is gone when you answer gets it by mail.
      </EmptyState>
    );
  }
  return (
    <ul className="inbox">
      {chats.map((chat) => (
        <li key={chat.id}>
          <Link
            className="inbox-row"
            href={`/admin/chat/${chat.id}${query}`}
            aria-current={chat.id === current ? 'page' : undefined}
          >
            <span className="inbox-who">
              <strong>{whoWords(chat)}</strong>
              {chat.last_message_at ? <Time at={chat.last_message_at} {...shop} format="short" /> : null}
            </span>
            <span className="inbox-words">{chat.last_message}</span>
            <span className="inbox-state">
              <Status tone={CHAT_STATE[chat.status].tone}>{CHAT_STATE[chat.status].label}</Status>
              {chat.assigned_name ? <span className="text-ink-soft">{chat.assigned_name}</span> : null}
              {chat.unread > 0 ? <span className="inbox-unread">{chat.unread} unread</span> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
