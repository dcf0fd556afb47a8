import type { Package } from '../../../lib/events/package-output.ts';
import { durationParts } from '../../../lib/events/package-rules.ts';
import type { Words } from '../../../lib/i18n/words.ts';

/** What one wants to know before asking: guests, time, deposit. */
export function factsOf({ max_guests, duration_minutes, deposit_percent }: Package, t: Words<'events'>): string[] {
  const { days, hours, minutes } = durationParts(duration_minutes ?? 0);
  const duration = [
    days > 0 ? t('days', { count: days }) : '',
    hours > 0 ? t('hours', { count: hours }) : '',
    minutes > 0 ? t('minutes', { count: minutes }) : '',
  ]
    .filter(Boolean)
    .join(' ');
  return [
    max_guests === null ? '' : t('guests', { count: max_guests }),
    duration,
    deposit_percent === 0 ? '' : t('deposit', { percent: deposit_percent }),
  ].filter(Boolean);
}
