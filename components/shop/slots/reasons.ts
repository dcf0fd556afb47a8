import type { OfferedDay, RefusedSpan } from '#lib/promise/offer-output';

/** Why times cannot be had, in words. */

export type NameOf = (variantId: string) => string;

const SHORT: Record<RefusedSpan['reason'], string> = {
  passed: 'over',
  closed: 'closed',
  cutoff: 'ordering ended',
  lead_time: 'too soon',
  not_sold: 'not to be had',
  sold_out: 'not enough left',
  full: 'full',
  load: 'too full for this',
};

/** Beside a time that is out of reach. */
export const spanReason = ({ reason }: Pick<RefusedSpan, 'reason'>): string => SHORT[reason];

const LONG: Record<RefusedSpan['reason'], string> = {
  passed: 'over for today',
  closed: 'closed',
  cutoff: 'ordering for this day has ended',
  lead_time: 'too soon for what you chose',
  not_sold: 'not to be had on this day',
  sold_out: 'not enough left for this day',
  full: 'fully booked',
  load: 'no room left for an order of this size',
};

/** `a, b and c`. */
export const andWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Of a day on which nothing can be had: the reasons, those of goods by name. Null where it has no times at all. */
export function dayReason({ refused, off, short }: OfferedDay, nameOf: NameOf): string | null {
  const reasons = [...new Set(refused.map(({ reason }) => reason))];
  const said = reasons.map((reason) => {
    if (reason === 'not_sold' && off.length > 0) return `no ${andWords(off.map(nameOf))} on this day`;
    if (reason === 'sold_out' && short.length > 0) {
      return andWords(
        short.map(({ variant_id, left }) => `${left === 0 ? 'no' : `only ${left}`} ${nameOf(variant_id)} left`),
      );
    }
    const message = refused.find((span) => span.reason === reason && span.message)?.message;
    return reason === 'closed' && message ? message.replace(/\.$/, '') : LONG[reason];
  });
  return said.length === 0 ? null : andWords([...new Set(said)]);
}

/** A day in one or two words, for its cell of the calendar; nothing where there is plenty, or nothing to say. */
export function dayMark({ free, refused }: OfferedDay): string {
  if (free.length > 0) return free.length < SCARCE ? `${free.length} free` : '';
  const [first] = refused.toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
  return first ? MARKS[first.reason] : '';
}

/** Fewer free times than this are worth a word. */
const SCARCE = 3;

const MARKS: Record<RefusedSpan['reason'], string> = {
  passed: 'over',
  closed: 'closed',
  cutoff: 'ended',
  lead_time: 'too soon',
  not_sold: 'none',
  sold_out: 'sold out',
  full: 'full',
  load: 'full',
};
/** Where a day has several reasons the one that others could still get around is the better word. */
const ORDER: RefusedSpan['reason'][] = [
  'full',
  'load',
  'sold_out',
  'not_sold',
  'lead_time',
  'cutoff',
  'closed',
  'passed',
];
