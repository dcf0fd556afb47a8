import type { Words } from '#lib/i18n/words';
import type { OfferedDay, RefusedSpan } from '#lib/promise/offer-output';
import { listWords } from '../catalog/words.ts';

/** Why times cannot be had, in words. */

export type NameOf = (variantId: string) => string;

/** What speaks of times: words and the locale for lists. */
type Say = { t: Words<'slots'>; locale: string };

/** Beside a time that is out of reach. */
export const spanReason = ({ reason }: Pick<RefusedSpan, 'reason'>, t: Words<'slots'>): string => t(`short_${reason}`);

/** Of a day on which nothing can be had: the reasons, those of goods by name. Null where it has no times at all. */
export function dayReason({ refused, off, short }: OfferedDay, nameOf: NameOf, { t, locale }: Say): string | null {
  const and = (words: readonly string[]) => listWords(words, locale);
  const reasons = [...new Set(refused.map(({ reason }) => reason))];
  const said = reasons.map((reason) => {
    if (reason === 'not_sold' && off.length > 0) return t('no_on_day', { names: and(off.map(nameOf)) });
    if (reason === 'sold_out' && short.length > 0) {
      const left = short.map(({ variant_id, left: count }) => {
        const name = nameOf(variant_id);
        return count === 0 ? t('none_left_of', { name }) : t('only_left_of', { name, left: count });
      });
      return and(left);
    }
    const message = refused.find((span) => span.reason === reason && span.message)?.message;
    return reason === 'closed' && message ? message.replace(/\.$/, '') : t(`long_${reason}`);
  });
  return said.length === 0 ? null : and([...new Set(said)]);
}

/** A day in one or two words, for its cell of the calendar; nothing where there is plenty, or nothing to say. */
export function dayMark({ free, refused }: OfferedDay, t: Words<'slots'>): string {
  if (free.length > 0) return free.length < SCARCE ? t('mark_free', { count: free.length }) : '';
  const [first] = refused.toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
  return first ? t(`mark_${first.reason}`) : '';
}

/** Fewer free times than this are worth a word. */
const SCARCE = 3;

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
