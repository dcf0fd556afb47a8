import type { PriceKind } from '#db/enums';

type Item = { label: string; quantity: number };

/** `8 × Table arrangement`; what is there once goes without a number. */
export const itemLine = ({ label, quantity }: Item): string => (quantity === 1 ? label : `${quantity} × ${label}`);

/** The same read back, so that a line that was read can be sent again. */
export function itemOfLine(line: string): Item {
  const [, number, label] = /^(\d{1,5}) ?[×x] +(.+)$/.exec(line.trim()) ?? [];
  return label === undefined ? { label: line.trim(), quantity: 1 } : { label, quantity: Number(number) };
}

/** Amounts in minor units or major ones, as both sides are given. */
type Priced<P> = { price_kind: PriceKind; price: P | null };

/**
 * The price that goes with a kind: none on request, else one. `asked` is what was sent, `now` what stands there. Null
 * where it cannot be told.
 */
export function settledPrice<P>(
  asked: { price_kind?: PriceKind | undefined; price?: P | null | undefined },
  now: Priced<P> = { price_kind: 'fixed', price: null },
): Priced<P> | { problem: 'missing' | 'unwanted' } {
  const kind = asked.price_kind ?? (asked.price === null ? 'on_request' : now.price_kind);
  if (kind === 'on_request') {
    // A price without a kind beside it is a mistake about what the package is; one left standing is simply dropped.
    return asked.price === undefined || asked.price === null
      ? { price_kind: kind, price: null }
      : { problem: 'unwanted' };
  }
  const price = asked.price === undefined ? now.price : asked.price;
  return price === null ? { problem: 'missing' } : { price_kind: kind, price };
}

/** Whole days, and what is left of them. */
export const durationParts = (minutes: number) => ({
  days: Math.floor(minutes / 1440),
  hours: Math.floor((minutes % 1440) / 60),
  minutes: minutes % 60,
});

/** At the desk: `4 h 30 min`, `45 min`, `2 days`. */
export function durationWords(whole: number): string {
  const { days, hours, minutes } = durationParts(whole);
  return [
    days > 0 ? `${days} ${days === 1 ? 'day' : 'days'}` : '',
    hours > 0 ? `${hours} h` : '',
    minutes > 0 ? `${minutes} min` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
