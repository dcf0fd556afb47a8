'use client';

import { useTranslations } from 'next-intl';
import { Time } from '#components/ui/time';
import type { ChatMessageDto } from '#lib/chat/output';
import { piecesOf } from './links.ts';

/** One message, on the side of who said it. */
export function Said({
  said,
  shop,
}: {
  said: ChatMessageDto;
  shop: { name: string; timeZone: string; locale: string };
}) {
  const t = useTranslations('chat');
  const { sender_type: by, sender_name, message, at } = said;
  const who =
    by === 'visitor' ? t('you') : by === 'bot' ? `${shop.name}, ${t('automatic')}` : (sender_name ?? shop.name);
  return (
    <li className="chat-said" data-by={by}>
      <p className="chat-words">{by === 'visitor' ? message : <Linked message={message} />}</p>
      <p className="chat-by">
        {who} · <Time at={at} timeZone={shop.timeZone} locale={shop.locale} format="clock" />
      </p>
    </li>
  );
}

/** What the shop says names pages: one press leads there. */
const Linked = ({ message }: { message: string }) =>
  piecesOf(message).map(({ text, href }, place) =>
    href === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays as it is
      <a key={place} href={href} rel="noopener">
        {text}
      </a>
    ),
  );
