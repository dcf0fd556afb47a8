import type { Tone } from '#components/ui/badge';
import type { NetUnit, StockMode, StockReason } from '#db/enums';
import type { DeskProductCard } from '#lib/catalog/output';
import { dateFormat } from '#lib/time';

/** What the desk calls things of the catalog and its stock. */

export const STOCK_MODE: Record<StockMode, string> = {
  tracked: 'Counted',
  unlimited: 'Always there',
  per_date: 'Made per day',
};

export const STOCK_REASON: Record<StockReason, string> = {
  receive: 'Received',
  sale: 'Sold',
  cancel: 'Cancelled order',
  count: 'Counted',
  waste: 'Wasted',
  correction: 'Corrected',
};

export const NET_UNIT: Record<NetUnit, string> = { g: 'g', ml: 'ml', piece: 'pieces' };

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `Sat 28 Nov`: a day of production. */
export const shortDay = (day: string, locale: string): string =>
  dateFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T12:00:00Z`),
  );

type State = Pick<DeskProductCard, 'active' | 'archived_at'>;

export function stateOf({ active, archived_at }: State): { label: string; tone: Tone } {
  if (archived_at !== null) return { label: 'Archived', tone: 'bad' };
  return active ? { label: 'On sale', tone: 'good' } : { label: 'Hidden', tone: 'plain' };
}

/** `2 days`, `90 minutes`; null when it can be had at once. */
export function leadTimeWords(minutes: number): string | null {
  if (minutes === 0) return null;
  const [count, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, 'day'] : minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

export const signed = (delta: number): string => (delta > 0 ? `+${delta}` : `−${Math.abs(delta)}`);
