import { Panel } from '#components/admin/shell/stat-tile';
import { Link } from '#components/ui/link';
import { Bar } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { BookingDay, BookingDto } from '#lib/events/booking-output';
import { ERASED_PHONE, formatPhone } from '#lib/phone';
import { CHANNEL } from '../orders/words.ts';
import { BookingStatus } from './status.tsx';
import { eventDay } from './words.ts';

type Shop = { locale: string; timeZone: string };

/** What was asked for. */
export function EventFacts({ booking, shop }: { booking: BookingDto; shop: Shop }) {
  const facts: [string, React.ReactNode][] = [
    ['What', booking.event_type],
    [
      'When',
      <>
        {eventDay(booking.date, shop.locale)}
        {booking.starts_at ? (
          <>
            , <Time at={booking.starts_at} {...shop} format="clock" />
          </>
        ) : null}
      </>,
    ],
    ['Where', booking.venue],
    ['Guests', booking.guests],
    ['Package', booking.package?.name],
    ['Theme', booking.theme?.name],
  ];
  return (
    <Panel title="Event">
      <dl className="fact-list">
        {facts.map(([name, value]) =>
          value === null || value === undefined || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {booking.message ? (
          <div>
            <dt>Message</dt>
            <dd className="whitespace-pre-line">{booking.message}</dd>
          </div>
        ) : null}
      </dl>
    </Panel>
  );
}

/** Who asks. */
export function ClientFacts({ booking }: { booking: BookingDto }) {
  const { name, phone, email } = booking.client_info;
  return (
    <Panel
      title="Client"
      actions={booking.customer ? <Link href={`/admin/customers/${booking.customer.id}`}>Open</Link> : null}
    >
      <dl className="fact-list">
        <div>
          <dt>Name</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>Phone</dt>
          <dd>{phone === ERASED_PHONE ? 'No longer known' : <a href={`tel:${phone}`}>{formatPhone(phone)}</a>}</dd>
        </div>
        {email ? (
          <div>
            <dt>E-mail</dt>
            <dd>
              <a href={`mailto:${email}`}>{email}</a>
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Came through</dt>
          <dd>{CHANNEL[booking.channel]}</dd>
        </div>
      </dl>
    </Panel>
  );
}

/** How full each package is on a day: `2 of 3 taken`, or that it is blocked. */
export const loadWords = ({ booked, capacity, blocked }: BookingDay['packages'][number]): string =>
  blocked ? `blocked, ${booked} booked` : `${booked} of ${capacity} taken`;

/** What else is on that day: what a yes would add to. */
export function DayLoad({ day, booking }: { day: BookingDay; booking: BookingDto }) {
  const others = day.bookings.filter(({ id }) => id !== booking.id);
  return (
    <Panel title="That day" actions={<Link href={`/admin/calendar?week=${booking.date}`}>Calendar</Link>}>
      <ul className="grid gap-3">
        {day.packages.map((load) => (
          <li key={load.package_id} className="grid gap-1">
            <span className="flex justify-between gap-4">
              <span className={load.package_id === booking.package?.id ? 'font-semibold' : ''}>{load.name}</span>
              <span className="num text-ink-soft">{loadWords(load)}</span>
            </span>
            <Bar share={Math.min(1, load.booked / load.capacity)} label={`${load.name}: ${loadWords(load)}`} />
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <ul className="rows mt-4">
          {others.map((other) => (
            <li key={other.id} className="flex items-baseline justify-between gap-4">
              <Link href={`/admin/bookings/${other.id}`}>
                {other.event_type}, {other.client_name}
              </Link>
              <BookingStatus status={other.status} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-4 text-ink-soft">No other booking on this day.</p>
      )}
    </Panel>
  );
}
