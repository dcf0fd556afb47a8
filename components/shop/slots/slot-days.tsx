import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icons';
import type { OfferedDay } from '#lib/promise/offer-output';
import { addDays } from '#lib/time';
import { dayReason, type NameOf } from './reasons.ts';
import { GoneTicket, SlotTicket } from './slot-ticket.tsx';
import { type Clock, longDayWords, nearDayWords, timeWords } from './words.ts';

/** Tickets in sight before anything is unfolded: as many days as that takes, three at most. */
const ENOUGH = 8;
const MOST_OPEN = 3;

export const dayId = (name: string, day: string): string => `${name}-${day}`;

/** Which days are unfolded at first: the next ones, and the one with the chosen time. */
function openDays(days: readonly OfferedDay[], chosen: string | undefined): ReadonlySet<string> {
  const open = new Set<string>();
  let tickets = 0;
  for (const { day, free } of days) {
    const isNext = open.size < MOST_OPEN && tickets < ENOUGH;
    if (isNext) tickets += free.length;
    if (isNext || free.some(({ id }) => id === chosen)) open.add(day);
  }
  return open;
}

/** The days that have something free, each with its times; the next ones unfolded. */
export function SlotDays({
  name,
  days,
  start,
  chosen,
  today,
  clock,
}: {
  name: string;
  days: readonly OfferedDay[];
  /** The time that is checked when the list is made. */
  start: string | undefined;
  /** The one that is checked now. */
  chosen: string | undefined;
  today: string;
  clock: Clock;
}) {
  const open = openDays(days, start);
  return (
    <div className="slot-days">
      {days.map((day) => (
        <Day key={day.day} {...{ name, day, start, chosen, today, clock }} isOpen={open.has(day.day)} />
      ))}
    </div>
  );
}

function Day({
  name,
  day: { day, free, refused },
  start,
  chosen,
  today,
  clock,
  isOpen,
}: {
  name: string;
  day: OfferedDay;
  start: string | undefined;
  chosen: string | undefined;
  today: string;
  clock: Clock;
  isOpen: boolean;
}) {
  const [first] = free;
  const mine = free.find(({ id }) => id === chosen);
  const t = useTranslations('slots');
  const isNear = day === today || day === addDays(today, 1);
  const tickets = [
    ...free.map((slot) => ({ at: slot.starts_at, slot, span: null })),
    ...refused.map((span) => ({ at: span.starts_at, slot: null, span })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <details className="slot-day" id={dayId(name, day)} open={isOpen} data-chosen={mine !== undefined}>
      <summary>
        <span className="slot-day-name">
          {isNear ? <em>{nearDayWords(day, today, clock.locale)}</em> : null}
          {longDayWords(day, clock.locale)}
        </span>
        <span className="slot-day-note">
          {mine ? (
            <>
              <Icon name="check" size={16} />
              {timeWords(mine.starts_at, clock)}
            </>
          ) : first ? (
            t('from_time', { time: timeWords(first.starts_at, clock) })
          ) : null}
        </span>
        <Icon name="chevronDown" size={18} className="slot-day-fold" />
      </summary>
      <fieldset className="slot-tickets">
        <legend className="visually-hidden">{longDayWords(day, clock.locale)}</legend>
        {tickets.map(({ at, slot, span }) =>
          slot ? (
            <SlotTicket key={slot.id} slot={slot} name={name} isChosen={slot.id === start} clock={clock} />
          ) : (
            <GoneTicket key={`gone ${at} ${span.location_id}`} span={span} clock={clock} />
          ),
        )}
      </fieldset>
    </details>
  );
}

/** The days on which nothing can be had, folded, each with its reason. */
export function EmptyDays({ days, nameOf, clock }: { days: readonly OfferedDay[]; nameOf: NameOf; clock: Clock }) {
  const t = useTranslations('slots');
  const told = days.flatMap((day) => {
    const reason = dayReason(day, nameOf, { t, locale: clock.locale });
    return reason ? [{ day: day.day, reason }] : [];
  });
  if (told.length === 0) return null;
  return (
    <details className="slot-none">
      <summary>
        <Icon name="info" size={18} />
        {t('days_without', { count: told.length })}
        <Icon name="chevronDown" size={16} className="slot-day-fold" />
      </summary>
      <ul>
        {told.map(({ day, reason }) => (
          <li key={day}>
            <strong>{longDayWords(day, clock.locale)}</strong>: {reason}.
          </li>
        ))}
      </ul>
    </details>
  );
}
