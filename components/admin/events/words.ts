import type { DeskPackage } from '../../../lib/events/package-output.ts';
import { formatAmount } from '../../../lib/money-text.ts';

export const PRICE_KIND: Readonly<Record<DeskPackage['price_kind'], string>> = {
  fixed: 'Fixed price',
  from: 'Starting at',
  on_request: 'On request',
};

/** `from €1,450.00`, `€390.00`, `On request`. */
export function priceWords({ price, price_kind, currency }: DeskPackage, locale: string): string {
  if (price === null) return PRICE_KIND.on_request;
  const amount = formatAmount(price, currency, locale);
  return price_kind === 'from' ? `from ${amount}` : amount;
}

/** What somebody else changed, where a form was made from an older version. */
export const FIELD: Readonly<Record<string, string>> = {
  name: 'the name',
  slug: 'the address',
  description: 'the description',
  price: 'the price',
  price_kind: 'how the price is told',
  duration_minutes: 'the duration',
  deposit_percent: 'the deposit',
  max_guests: 'the number of guests',
  per_day_capacity: 'how many a day',
  included_items: 'what is included',
  active: 'whether it is in the shop',
};
