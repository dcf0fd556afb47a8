'use client';

import { Button, ButtonLink } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { blockDaysAction } from '#lib/events/actions/bookings';
import type { BookingDay } from '#lib/events/booking-output';
import { addDays } from '#lib/time';
import { loadWords } from '../bookings/booking-facts.tsx';
import { BookingStatus } from '../bookings/status.tsx';
import { shortDay } from '../places/words.ts';
import { useAction } from '../use-action.ts';

/** The events of a week beside the slots of orders: what is booked, how full each package is, and which days are closed. */
export function EventWeek({
  days,
  today,
  locale,
  hasNavigation,
}: {
  days: readonly BookingDay[];
  today: string;
  locale: string;
  /** The page has no slots, so no bar to change the week with. */
  hasNavigation: boolean;
}) {
  const monday = days[0]?.date ?? today;
  if (days.every(({ bookings, packages }) => bookings.length === 0 && packages.length === 0)) return null;
  return (
    <section aria-labelledby="events-of-week" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="events-of-week">Events</h2>
        {hasNavigation ? (
          <span className="flex gap-2">
            <ButtonLink variant="secondary" size="sm" href={`/admin/calendar?week=${addDays(monday, -7)}`}>
              Week before
            </ButtonLink>
            <ButtonLink variant="secondary" size="sm" href={`/admin/calendar?week=${addDays(monday, 7)}`}>
              Week after
            </ButtonLink>
          </span>
        ) : null}
      </div>
      <div className="desk-calendar">
        {days.map((day) => (
          <section
            key={day.date}
            className="desk-calendar-day"
            data-today={day.date === today}
            data-past={day.date < today}
            aria-label={`Events on ${shortDay(day.date, locale)}`}
          >
            <h3>
              {shortDay(day.date, locale)}
              <span className="num">{day.bookings.length === 1 ? '1 event' : `${day.bookings.length} events`}</span>
            </h3>
            <ul>
              {day.bookings.map((booking) => (
                <li key={booking.id} className="event-slot">
                  <Link href={`/admin/bookings/${booking.id}`}>
                    {booking.event_type}, {booking.client_name}
                  </Link>
                  <BookingStatus status={booking.status} />
                </li>
              ))}
              {day.packages.map((load) => (
                <PackageDay key={load.package_id} load={load} date={day.date} isOver={day.date < today} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

/** How full a package is, and the switch that closes or opens it on this day. */
function PackageDay({ load, date, isOver }: { load: BookingDay['packages'][number]; date: string; isOver: boolean }) {
  const { run, busy } = useAction(blockDaysAction, {
    done: load.blocked ? `${load.name} can be booked again.` : `${load.name} is closed on this day.`,
  });
  return (
    <li className="event-load" data-full={load.blocked || load.booked >= load.capacity}>
      <span>
        {load.name}
        <span className="sub">{loadWords(load)}</span>
      </span>
      {isOver ? null : (
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          onClick={() => run({ package_id: load.package_id, from: date, to: date, blocked: !load.blocked })}
        >
          {load.blocked ? 'Open' : 'Block'}
          <span className="visually-hidden">
            {' '}
            {load.name} on {date}
          </span>
        </Button>
      )}
    </li>
  );
}
