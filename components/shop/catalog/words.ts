import type { Allergen } from '#db/enums';
import type { ProductCard, UnitPrice } from '#lib/catalog/output';
import type { Words } from '#lib/i18n/words';
import { formatAmount } from '#lib/money-text';
import { addDays, dateFormat } from '#lib/time';

/** How facts of a product are said in the storefront. */

/** For the desk. */
export const ALLERGEN_WORDS: Record<Allergen, string> = {
  gluten: 'gluten',
  crustaceans: 'crustaceans',
  eggs: 'eggs',
  fish: 'fish',
  peanuts: 'peanuts',
  soybeans: 'soy',
  milk: 'milk',
  nuts: 'tree nuts',
  celery: 'celery',
  mustard: 'mustard',
  sesame: 'sesame',
  sulphites: 'sulphites',
  lupin: 'lupin',
  molluscs: 'molluscs',
};

/** `€8.40 / kg`; `piece` is the one unit that is a word. */
export const unitPriceWords = (
  price: UnitPrice | null,
  currency: string,
  locale: string,
  piece: string,
): string | undefined => {
  if (price === null) return undefined;
  return `${formatAmount(price.amount, currency, locale)} / ${price.per === 'piece' ? piece : price.per}`;
};

/** `a, b and c`. */
export const listWords = (words: readonly string[], locale: string): string =>
  // The comma before the last one is for lists longer than ours.
  new Intl.ListFormat(locale.startsWith('en') ? 'en-GB' : locale, { type: 'conjunction' }).format(words);

type Sold = Pick<
  ProductCard,
  'available_weekdays' | 'available_from' | 'available_until' | 'lead_time_minutes' | 'in_stock'
>;

/** Any Monday. */
const MONDAY = '2024-01-01';

const dayForm = (day: string, locale: string, form: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { timeZone: 'UTC', ...form }).format(new Date(`${day}T12:00:00Z`));

function weekdayWords(days: readonly number[], locale: string, t: Words<'catalog'>): string {
  if (days.length === 1) return t('weekday_only', { day: `d${days[0]}` });
  const names = days.map((day) => dayForm(addDays(MONDAY, day - 1), locale, { weekday: 'short' }).replace(/\.$/, ''));
  return t('weekdays_only', { days: listWords(names, locale) });
}

function leadWords(minutes: number, t: Words<'catalog'>): string {
  const hours = Math.round(minutes / 60);
  if (hours <= 24) return t('day_ahead');
  const days = Math.ceil(hours / 24);
  return days % 7 === 0 && days > 7 ? t('weeks_ahead', { weeks: days / 7 }) : t('days_ahead', { days });
}

/**
 * The one thing a customer must know about when it can be had, or null when it is simply there. `today` is the shop's
 * business day.
 */
export function availabilityWords(product: Sold, today: string, locale: string, t: Words<'catalog'>): string | null {
  const { available_from: from, available_until: until, available_weekdays: days } = product;
  if (from !== null && from > today)
    return t('from_day', { day: dayForm(from, locale, { day: 'numeric', month: 'long' }) });
  if (until !== null && until < today) return t('season_over');
  if (!product.in_stock) return null;
  if (days !== null && days.length < 7) return weekdayWords(days, locale, t);
  return product.lead_time_minutes >= 360 ? leadWords(product.lead_time_minutes, t) : null;
}

/** True when "from" belongs before the price of a product: what it is shown, filtered and sorted by is its lowest. */
export const isFromPrice = ({ price, variants }: { price: number; variants: readonly { price: number }[] }): boolean =>
  variants.some((variant) => variant.price > price) && variants.every((variant) => variant.price >= price);
