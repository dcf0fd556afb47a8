import type { Tone } from '#components/ui/badge';
import type { ChatStatus } from '#db/enums';
import type { CHAT_FILTERS } from '#lib/chat/input';
import type { ChatRowDto } from '#lib/chat/output';

/** What the desk calls talks. */

export const CHAT_STATE: Record<ChatStatus, { label: string; tone: Tone }> = {
  open: { label: 'Answered', tone: 'accent' },
  waiting: { label: 'Waiting', tone: 'warn' },
  resolved: { label: 'Done', tone: 'good' },
  blocked: { label: 'Blocked', tone: 'bad' },
};

export const CHAT_TABS: readonly { show: (typeof CHAT_FILTERS)[number] | undefined; label: string }[] = [
  { show: undefined, label: 'All' },
  { show: 'unread', label: 'Unread' },
  { show: 'waiting', label: 'Waiting' },
  { show: 'mine', label: 'Mine' },
  { show: 'resolved', label: 'Done' },
  { show: 'blocked', label: 'Blocked' },
];

/** Who it is, as far as anybody knows. */
export const whoWords = ({
  customer_name,
  visitor_name,
  visitor_email,
}: Pick<ChatRowDto, 'customer_name' | 'visitor_name' | 'visitor_email'>): string =>
  customer_name || visitor_name || visitor_email || 'Visitor';
