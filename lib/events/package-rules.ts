import type { PriceKind } from '#db/enums';

type Item = { label: string; quantity: number };

/** `8 × Table arrangement`; what is there once goes without a number. */
export const itemLine = ({ label, quantity }: Item): string => (quantity === 1 ? label : `${quantity} × ${label}`);

/** The same read back, so that a line that was read can be sent again. */
export function itemOfLine(line: string): Item {
  const [, number, label] = /^(\d{1,5}) ?[×x] +(.+)$/.exec(line.trim()) ?? [];
  return label === undefined ? { label: line.trim(), quantity: 1 } : { label, quantity: Number(number) };
}

/**
 * The ids of `sent` lines: the one they name, else that of a line which said the same, so that whoever sends the words
 * alone loses no translation of them. Null for a line that is new. `unknown` is the first that names an id which is not
 * among those known, or names one twice.
 */
export function keepItemIds(
  known: readonly { id: string; label: string }[],
  sent: readonly { id?: string | undefined; label: string }[],
): { ids: (string | null)[] } | { unknown: number } {
  const free = new Map(known.map(({ id, label }) => [id, label]));
  for (const [at, { id }] of sent.entries()) {
    if (id !== undefined && !free.delete(id)) return { unknown: at };
  }
  const ids = sent.map(({ id, label }) => {
    if (id !== undefined) return id;
    const same = [...free].find(([, words]) => words === label)?.[0] ?? null;
    if (same !== null) free.delete(same);
    return same;
  });
  return { ids };
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
