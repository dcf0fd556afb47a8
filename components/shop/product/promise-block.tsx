import { Icon } from '#components/ui/icons';
import type { FirstOfDayDto, NextDto } from '#lib/promise/output';
import { dayOf } from '#lib/time';
import { type Clock, dayWords, nearDayWords, shortDayWords, spanWords, timeWords } from '../slots/words.ts';

const WAYS = {
  pickup: { icon: 'bag', title: 'Pick up' },
  delivery: { icon: 'truck', title: 'Delivery' },
} as const;

/** Fewer pieces than this are worth counting aloud. */
const COUNTED = 20;

export type PromiseShop = Clock & { today: string; daysAhead: number };

/**
 * By when one variant can be had, per way, and until when it must be ordered for that. `liveToday` is known in the
 * browser only: a page that is kept must not say "tomorrow".
 */
export function PromiseBlock({
  next,
  isMadePerDay,
  shop,
  liveToday,
}: {
  next: NextDto;
  isMadePerDay: boolean;
  shop: PromiseShop;
  liveToday: string | null;
}) {
  const ways = (['pickup', 'delivery'] as const).flatMap((way) => {
    const [first, ...later] = next[way];
    return first ? [{ way, first, later }] : [];
  });
  if (ways.length === 0) return null;
  return (
    <section className="promises" aria-label="When you can have it" aria-live="polite">
      {ways.map(({ way, first, later }) => (
        <div key={way} className="promise-way">
          <Icon name={WAYS[way].icon} size={22} />
          <Way title={WAYS[way].title} {...{ first, later, isMadePerDay, shop, liveToday }} />
        </div>
      ))}
    </section>
  );
}

function Way({
  title,
  first,
  later,
  isMadePerDay,
  shop,
  liveToday,
}: {
  title: string;
  first: FirstOfDayDto;
  later: readonly FirstOfDayDto[];
  isMadePerDay: boolean;
  shop: PromiseShop;
  liveToday: string | null;
}) {
  const today = liveToday ?? shop.today;
  const dayAt = (moment: string) => dayOf(new Date(moment), shop.timeZone);
  const name = (moment: string) =>
    liveToday ? nearDayWords(dayAt(moment), liveToday, shop.locale) : dayWords(dayAt(moment), today, shop.locale);
  return (
    <div>
      <p className="promise-title">{title}</p>
      <p className="promise-when">
        <b>{name(first.starts_at)}</b> {spanWords(first.starts_at, first.ends_at, shop)}
      </p>
      <p className="promise-by">
        Order by {name(first.order_by)} {timeWords(first.order_by, shop)}
        {isMadePerDay && first.left !== null && first.left <= COUNTED ? (
          <span className="promise-left">
            {first.left === 1 ? 'the last one of that day' : `${first.left} left for that day`}
          </span>
        ) : null}
      </p>
      {later.length > 0 ? (
        <p className="promise-then">
          Then {later.map(({ starts_at: at }) => shortDayWords(dayAt(at), today, shop.locale)).join(', ')}
        </p>
      ) : null}
    </div>
  );
}
