import type { ChatDoorDto } from '#lib/chat/output';
import type { Words } from '#lib/i18n/words';
import { dateFormat } from '#lib/time';

/** Whether somebody is there, and when else. */
export function doorWords(door: ChatDoorDto, locale: string, t: Words<'chat'>): string {
  if (door.is_open) return t('is_open');
  if (door.opens_at === null) return t('is_closed');
  const { time_zone: timeZone, opens_at: at } = door;
  const part = (form: Intl.DateTimeFormatOptions) => dateFormat(locale, { timeZone, ...form }).format(new Date(at));
  return t('opens', { day: part({ weekday: 'long' }), time: part({ hour: '2-digit', minute: '2-digit' }) });
}
