import { addDays, clockAt, dayOf, momentAt } from '#lib/time';

/** A closure as people say it: from a day to a day, both inside, perhaps only from and until an hour. */
export type ClosureDays = {
  from: string;
  to: string;
  /** `HH:MM` on the first day; null = from its midnight. */
  from_time: string | null;
  /** `HH:MM` on the last day; null = until its end. */
  to_time: string | null;
};

/** The moments between which days of the shop lie, however long the nights between them are. */
export const momentsOf = ({ from, to, from_time, to_time }: ClosureDays, timeZone: string) => ({
  startsAt: momentAt(from, from_time ?? '00:00', timeZone),
  endsAt: to_time === null ? momentAt(addDays(to, 1), '00:00', timeZone) : momentAt(to, to_time, timeZone),
});

/** The same the other way round. Seconds, which only a closure that was ended by hand has, are dropped. */
export function daysOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, timeZone: string): ClosureDays {
  const from = dayOf(startsAt, timeZone);
  const isFromMidnight = startsAt.getTime() === momentAt(from, '00:00', timeZone).getTime();
  const last = dayOf(endsAt, timeZone);
  const isUntilMidnight = endsAt.getTime() === momentAt(last, '00:00', timeZone).getTime();
  return {
    from,
    to: isUntilMidnight ? addDays(last, -1) : last,
    from_time: isFromMidnight ? null : clockAt(startsAt, timeZone),
    to_time: isUntilMidnight ? null : clockAt(endsAt, timeZone),
  };
}
