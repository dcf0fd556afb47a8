import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link';
import type { BookingRowDto } from '#lib/events/booking-output';
import { formatDay } from '#lib/time';

/** What somebody has asked for, the next event first; nothing where there is none. */
export function BookingsList({ bookings, locale }: { bookings: readonly BookingRowDto[]; locale: string }) {
  const t = useTranslations('booking');
  if (bookings.length === 0) return null;
  return (
    <section className="account-card card" aria-labelledby="events-title">
      <h2 id="events-title">{t('your_events')}</h2>
      <ul className="own-bookings">
        {bookings.map(({ id, booking_number: number, event_type, date, status }) => (
          <li key={id}>
            <Link href={`/booking/${encodeURIComponent(number)}`}>
              {event_type}, {formatDay(date, locale)} {date.slice(0, 4)}
            </Link>
            <span>{t(`s_${status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
