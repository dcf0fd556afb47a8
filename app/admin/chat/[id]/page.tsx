import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { ChatTabs } from '#components/admin/chat/chat-tabs';
import { Inbox } from '#components/admin/chat/inbox';
import { Talk } from '#components/admin/chat/talk';
import { TalkFacts } from '#components/admin/chat/talk-facts';
import { VisitorOrders } from '#components/admin/chat/visitor-orders';
import { PageHeader } from '#components/admin/shell/page-header';
import { LiveRefresh } from '#components/live/live-refresh';
import { Status } from '#components/ui/badge';
import { readDeskChat } from '#lib/chat/commands';
import { listChatsInput } from '#lib/chat/input';
import { countUnreadChats, getColleagues, getDeskChat, listChats } from '#lib/chat/queries';
import { getCustomer } from '#lib/customers/queries';
import { staffPage } from '#lib/http/page';
import { repliesIn } from '#lib/settings/in-language';
import { getSettings } from '#lib/settings/queries';
import { CHAT_STATE, whoWords } from '../../../../components/admin/chat/words.ts';

/** Where there is no stream. */
const LOOK_MS = 4000;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findChat = cache(async (id: string) => {
  const ctx = await staffPage();
  return z.uuid().safeParse(id).success ? getDeskChat(ctx, { session_id: id }) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const chat = await findChat((await params).id);
  return { title: chat ? whoWords(chat) : 'Chat' };
}

export default async function TalkPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const found = await findChat((await params).id);
  if (!found) notFound();
  const parsed = listChatsInput.safeParse(await searchParams);
  const input = parsed.success ? parsed.data : listChatsInput.parse({});
  // It stands before somebody now.
  const chat = found.unread > 0 ? await readDeskChat(ctx, { session_id: found.id }) : found;
  const [{ shop: settings }, replies, chats, unread, colleagues, customer] = await Promise.all([
    getSettings(ctx),
    repliesIn({ ...ctx, locale: chat.locale }),
    listChats(ctx, input),
    countUnreadChats(ctx),
    getColleagues(ctx),
    chat.customer_id ? getCustomer(ctx, { customer_id: chat.customer_id }) : null,
  ]);
  const shop = { locale: settings.locale, timeZone: settings.time_zone };
  return (
    <>
      <PageHeader
        title={whoWords(chat)}
        crumbs={[{ label: 'Chat', href: '/admin/chat' }, { label: whoWords(chat) }]}
        status={<Status tone={CHAT_STATE[chat.status].tone}>{CHAT_STATE[chat.status].label}</Status>}
      />
      <LiveRefresh topic="desk" everyMs={LOOK_MS} />
      <div className="chat-desk">
        <div className="chat-list">
          <ChatTabs show={input.show} unread={unread} />
          <Inbox chats={chats.items} shop={shop} query={input.show ? `?show=${input.show}` : ''} current={chat.id} />
        </div>
        <Talk chat={chat} replies={replies} shop={shop} />
        <div className="chat-facts">
          <TalkFacts chat={chat} colleagues={colleagues} locale={settings.locale} />
          {customer ? <VisitorOrders customer={customer} locale={settings.locale} /> : null}
        </div>
      </div>
    </>
  );
}
