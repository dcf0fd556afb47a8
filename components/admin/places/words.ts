import type { LocationKind, OpeningPurpose } from '#db/enums';
import type { ShopLanguages } from '#lib/i18n/languages';
import { formatAmount } from '#lib/money-text';
import type { ClosureRowDto, OpeningRuleDto, PreviewDto, ZoneDto } from '#lib/promise/desk-output';
import { dateFormat } from '#lib/time';

/** What the desk calls places, hours, closures and zones. */

export type DeskShop = { locale: string; timeZone: string; currency: string };
/** Where texts are written that can be translated. */
export type WritingShop = DeskShop & ShopLanguages;

export const KIND: Record<LocationKind, string> = {
  shop: 'Shop',
  pickup_point: 'Pickup point',
  market: 'Market stall',
};
export const PURPOSE: Record<OpeningPurpose, string> = { pickup: 'Pickup', delivery: 'Delivery', chat: 'Chat' };
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? '';

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** 90 minutes, 3 hours, 2 days. */
export function span(minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return count(minutes / 1440, 'day');
  return minutes >= 120 && minutes % 60 === 0 ? count(minutes / 60, 'hour') : count(minutes, 'minute');
}

/** "Order by 18:00 the day before." */
export function cutoffWords(cutoff: OpeningRuleDto['cutoff']): string {
  if (cutoff.kind === 'minutes') {
    return cutoff.minutes === 0 ? 'Order until it begins' : `Order at least ${span(cutoff.minutes)} before`;
  }
  const { time, days_before: days } = cutoff;
  const when = days === 0 ? 'the same day' : days === 1 ? 'the day before' : `${days} days before`;
  return `Order by ${time} ${when}`;
}

/** What one slot takes. */
export function capacityWords({ capacity_orders: orders, capacity_load: load }: OpeningRuleDto): string {
  if (orders === null && load === null) return 'any number of orders';
  return [orders === null ? '' : count(orders, 'order'), load === null ? '' : `load ${load}`]
    .filter(Boolean)
    .join(', ');
}

const dayWith = (options: Intl.DateTimeFormatOptions) => (day: string, locale: string) =>
  dateFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));
export const shortDay = dayWith({ weekday: 'short', day: 'numeric', month: 'short' });
export const datedDay = dayWith({ day: 'numeric', month: 'short', year: 'numeric' });

export type Season = { valid_from: string | null; valid_to: string | null };
export const seasonKey = ({ valid_from, valid_to }: Season): string => `${valid_from ?? ''}_${valid_to ?? ''}`;

/** "All year", "From 1 Jun 2026 to 31 Aug 2026". */
export function seasonWords({ valid_from: from, valid_to: to }: Season, locale: string): string {
  if (from && to) return `From ${datedDay(from, locale)} to ${datedDay(to, locale)}`;
  if (from) return `From ${datedDay(from, locale)} on`;
  return to ? `Until ${datedDay(to, locale)}` : 'All year';
}

/** The days of a closure, with its hours where it is not whole days. */
export function closureWhen(closure: Pick<ClosureRowDto, 'from' | 'to' | 'from_time' | 'to_time'>, locale: string) {
  const { from, to, from_time, to_time } = closure;
  const first = shortDay(from, locale);
  if (from === to) {
    if (from_time && to_time) return `${first}, ${from_time}–${to_time}`;
    return `${first}${from_time ? ` from ${from_time}` : ''}${to_time ? ` until ${to_time}` : ''}`;
  }
  return `${first}${from_time ? ` ${from_time}` : ''} – ${shortDay(to, locale)}${to_time ? ` ${to_time}` : ''}`;
}

/** What is closed, where. */
export const closureWhat = ({ location, purpose }: Pick<ClosureRowDto, 'location' | 'purpose'>): string =>
  location === null && purpose === null
    ? 'The whole shop'
    : [purpose === null ? 'Everything' : PURPOSE[purpose], location?.name ?? 'all places'].join(', ');

/** "€3.50, free from €40.00". */
export const feeWords = ({ fees, currency }: Pick<ZoneDto, 'fees' | 'currency'>, locale: string): string =>
  fees
    .map(({ from_subtotal: from, fee }) => {
      const price = fee === 0 ? 'free' : formatAmount(fee, currency, locale);
      return from === 0 ? price : `${price} from ${formatAmount(from, currency, locale)}`;
    })
    .join(', ');

export const REASON: Record<NonNullable<PreviewDto['slots'][number]['reason']>, string> = {
  passed: 'Has passed',
  closed: 'Closed',
  cutoff: 'Too late to order',
  lead_time: 'Too soon to be ready',
  not_sold: 'Not sold that day',
  sold_out: 'Sold out',
  full: 'Full',
  load: 'No room for this much',
};

export const ordersWords = (number: number): string => (number === 0 ? 'No open orders' : count(number, 'open order'));
