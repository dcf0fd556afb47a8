import { Time } from '#components/ui/time';
import type { OrderDto } from '#lib/orders/output';
import { ACTOR, statusLabel } from './words.ts';

type Event = OrderDto['events'][number];

function sentence({ axis, from, to }: Event): string {
  if (axis === 'note') return 'Note';
  if (axis === 'order' && from === null) return 'Order placed';
  if (axis === 'order' && from === to) return 'Order changed';
  if (axis === 'payment' && to === 'reminded') return 'Reminded of the payment';
  if (axis === 'payment' && from === to && to === 'submitted') return 'Payment: more was sent about it';
  return axis === 'payment' ? `Payment: ${statusLabel(axis, to).toLowerCase()}` : statusLabel(axis, to);
}

/** Everything that happened, the newest first. */
export function OrderTimeline({ events, locale, timeZone }: { events: Event[]; locale: string; timeZone: string }) {
  return (
    <ol className="timeline">
      {events.toReversed().map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: append-only, and two events may share their moment
        <li key={events.length - index} data-axis={event.axis}>
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
