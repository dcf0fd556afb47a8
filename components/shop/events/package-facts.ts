import type { Package } from '../../../lib/events/package-output.ts';
import { durationWords } from '../../../lib/events/package-rules.ts';

/** What one wants to know before asking: guests, time, deposit. */
export function factsOf({ max_guests, duration_minutes, deposit_percent }: Package, locale: string): string[] {
  return [
    ...(max_guests === null ? [] : [`Up to ${new Intl.NumberFormat(locale).format(max_guests)} guests`]),
    ...(duration_minutes === null ? [] : [durationWords(duration_minutes)]),
    ...(deposit_percent === 0 ? [] : [`${deposit_percent}% deposit`]),
  ];
}
