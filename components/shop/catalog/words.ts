import type { Allergen } from '#db/enums';
import type { ProductCard, UnitPrice } from '#lib/catalog/output';
import { formatAmount } from '#lib/money-text';
import { formatDay } from '#lib/time';

/** How facts of a product are said in the storefront. */

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

/** `€8.40 / kg`. */
export const unitPriceWords = (price: UnitPrice | null, currency: string, locale: string): string | undefined =>
  price === null ? undefined : `${formatAmount(price.amount, currency, locale)} / ${price.per}`;

export const listWords = (words: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

type Sold = Pick<
  ProductCard,
  'available_weekdays' | 'available_from' | 'available_until' | 'lead_time_minutes' | 'in_stock'
>;

const weekdayWords = (days: readonly number[], locale: string): string =>
  days.length === 1
    ? `${WEEKDAYS[(days[0] ?? 1) - 1]}s only`
    : `Only ${listWords(
        days.map((day) => (WEEKDAYS[day - 1] ?? '').slice(0, 3)),
        locale,
      )}`;

function leadWords(minutes: number): string {
  const hours = Math.round(minutes / 60);
  if (hours <= 24) return 'Order a day ahead';
  const days = Math.ceil(hours / 24);
  return days % 7 === 0 && days > 7 ? `Order ${days / 7} weeks ahead` : `Order ${days} days ahead`;
}

/**
 * The one thing a customer must know about when it can be had, or null when it is simply there. `today` is the shop's
 * business day.
 */
export function availabilityWords(product: Sold, today: string, locale: string): string | null {
  const { available_from: from, available_until: until, available_weekdays: days } = product;
  if (from !== null && from > today) return `From ${formatDay(from, locale).replace(/^\w+,? /, '')}`;
  if (until !== null && until < today) return 'Season is over';
  if (!product.in_stock) return null;
  if (days !== null && days.length < 7) return weekdayWords(days, locale);
  return product.lead_time_minutes >= 360 ? leadWords(product.lead_time_minutes) : null;
}

/** True when "from" belongs before the price of a product: what it is shown, filtered and sorted by is its lowest. */
export const isFromPrice = ({ price, variants }: { price: number; variants: readonly { price: number }[] }): boolean =>
  variants.some((variant) => variant.price > price) && variants.every((variant) => variant.price >= price);
