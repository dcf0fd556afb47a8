import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import type { FirstOfDayDto, NextDto } from '#lib/promise/output';
import { dayOf } from '#lib/time';
import { type Clock, dayWords, nearDayWords, shortDayWords, spanWords, timeWords } from '../slots/words.ts';

const ICONS = { pickup: 'bag', delivery: 'truck' } as const;

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
  const t = useTranslations('buy');
  const ways = (['pickup', 'delivery'] as const).flatMap((way) => {
    const [first, ...later] = next[way];
    return first ? [{ way, first, later }] : [];
  });
  if (ways.length === 0) return null;
  return (
    <section className="promises" aria-label={t('when')} aria-live="polite">
      {ways.map(({ way, first, later }) => (
        <div key={way} className="promise-way">
          <Icon name={ICONS[way]} size={22} />
          <Way title={t(way)} {...{ first, later, isMadePerDay, shop, liveToday }} />
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
  const t = useTranslations('buy');
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
        {t('order_by', { day: name(first.order_by), time: timeWords(first.order_by, shop) })}
        {isMadePerDay && first.left !== null && first.left <= COUNTED ? (
          <span className="promise-left">
            {first.left === 1 ? t('last_of_day') : t('left_for_day', { count: first.left })}
          </span>
        ) : null}
      </p>
      {later.length > 0 ? (
        <p className="promise-then">
          {t('then', {
            days: later.map(({ starts_at: at }) => shortDayWords(dayAt(at), today, shop.locale)).join(', '),
          })}
        </p>
      ) : null}
    </div>
  );
}
