import type { Metadata } from 'next';
import { ChatTabs } from '#components/admin/chat/chat-tabs';
import { Inbox } from '#components/admin/chat/inbox';
import { ListFilters } from '#components/admin/list-filters';
import { ListPager } from '#components/admin/list-pager';
import { SearchFilter } from '#components/admin/search-filter';
import { PageHeader } from '#components/admin/shell/page-header';
import { LiveRefresh } from '#components/live/live-refresh';
import { listChatsInput } from '#lib/chat/input';
import { countUnreadChats, listChats } from '#lib/chat/queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Chat' };

/** Where there is no stream. */
const LOOK_MS = 6000;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ChatPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const parsed = listChatsInput.safeParse(await searchParams);
  const input = parsed.success ? parsed.data : listChatsInput.parse({});
  const [{ shop }, chats, unread] = await Promise.all([getSettings(ctx), listChats(ctx, input), countUnreadChats(ctx)]);
  const { items, total_exact: isExact, ...pages } = chats;
  return (
    <>
      <PageHeader title="Chat" />
      <LiveRefresh topic="desk" everyMs={LOOK_MS} />
      <ChatTabs show={input.show} unread={unread} />
      <ListFilters label="Find a talk" isFiltered={Boolean(input.q)}>
        {input.show ? <input type="hidden" name="show" value={input.show} /> : null}
        <SearchFilter label="Find a talk" placeholder="Name or e-mail" query={input.q} isFiltered={Boolean(input.q)} />
      </ListFilters>
      <Inbox
        chats={items}
        shop={{ locale: shop.locale, timeZone: shop.time_zone }}
        query={input.show ? `?show=${input.show}` : ''}
      />
      <ListPager {...pages} isExact={isExact} />
    </>
  );
}
