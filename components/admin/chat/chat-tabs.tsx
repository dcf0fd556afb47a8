import { TabLinks } from '#components/ui/tabs';
import type { ListChats } from '#lib/chat/input';
import { CHAT_TABS } from './words.ts';

/** The inbox by what is to be done. */
export const ChatTabs = ({ show, unread }: { show: ListChats['show']; unread: number }) => (
  <TabLinks
    label="Talks by state"
    tabs={CHAT_TABS.map((tab) => ({
      href: tab.show ? `/admin/chat?show=${tab.show}` : '/admin/chat',
      label: tab.label,
      count: tab.show === 'unread' && unread > 0 ? unread : undefined,
      current: tab.show === show,
    }))}
  />
);
