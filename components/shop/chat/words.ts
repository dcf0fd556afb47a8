import type { ChatDoorDto } from '#lib/chat/output';
import type { Words } from '#lib/i18n/words';
import { dateFormat } from '#lib/time';

/** Whether somebody is there, and when else. */
export function doorWords(door: ChatDoorDto, locale: string, t: Words<'chat'>): string {
  if (door.is_open) return t('is_open');
  if (door.opens_at === null) return t('is_closed');
  const when = dateFormat(locale, { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone: door.time_zone });
  return t('opens', { when: when.format(new Date(door.opens_at)) });
}
