import { Time } from '#components/ui/time';
import type { BookingDto } from '#lib/events/booking-output';
import { ACTOR } from '../orders/words.ts';
import { bookingStatusLabel } from './words.ts';

const PAYMENT_EVENT: Record<string, string> = {
  refund: 'Refund recorded',
  submitted: 'Says it is paid',
  confirmed: 'Payment confirmed',
  rejected: 'Payment rejected',
};

type Event = BookingDto['events'][number];

function sentence({ axis, from, to }: Event): string {
  if (axis === 'note') return 'Note';
  if (axis === 'payment') return PAYMENT_EVENT[to ?? ''] ?? 'Payment recorded';
  if (to === null) return 'Moved';
  if (to === 'changed') return 'Changed';
  return from === to ? 'Quoted anew' : bookingStatusLabel(to);
}

/** Everything that happened, the newest first. */
export function BookingTimeline({ events, locale, timeZone }: { events: Event[]; locale: string; timeZone: string }) {
  return (
    <ol className="timeline">
      {events.toReversed().map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: append-only, and two events may share their moment
        <li key={events.length - index} data-axis={event.axis === 'booking' ? 'order' : event.axis}>
          <span>{sentence(event)}</span>
          {event.note ? <blockquote>{event.note}</blockquote> : null}
          <span className="when">
            <Time at={event.at} timeZone={timeZone} locale={locale} format="short" />,{' '}
            {event.actor_name ?? ACTOR[event.actor]}
          </span>
        </li>
      ))}
    </ol>
  );
}
