import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { TicketPart } from '#components/ui/ticket';
import type { OrderDto } from '#lib/orders/output';
import { dateFormat, rangeText } from '#lib/time';
import type { Clock } from './pay-part.tsx';

/** What was promised: the day and the hours, where, and a way into one's calendar. Nothing for an order without a slot. */
export function PromisePart({ order, clock }: { order: OrderDto; clock: Clock }) {
  const t = useTranslations('order');
  const { slot, location, delivery_type, delivery_address: address } = order;
  if (slot === null || order.status === 'cancelled') return null;
  const isDelivery = delivery_type === 'delivery';
  const where = isDelivery ? address : location;
  const street = where && [where.street, [where.postal_code, where.city].filter(Boolean).join(' ')].join(', ');
  return (
    <TicketPart>
      <h2>{t(isDelivery ? 'comes_to_you' : 'ready_for_you')}</h2>
      <PromiseTime slot={slot} clock={clock} />
      <p className="promise-place">
        {isDelivery ? null : <strong>{location?.name ?? t('our_shop')}</strong>}
        {street ? <span>{street}</span> : null}
        {!isDelivery && location?.instructions ? <span>{location.instructions}</span> : null}
      </p>
      <p className="no-print">
        <ButtonLink
          variant="secondary"
          size="sm"
          icon="calendar"
          href={`/order/${encodeURIComponent(order.order_number)}/calendar.ics`}
          download
        >
          {t('add_calendar')}
        </ButtonLink>
      </p>
    </TicketPart>
  );
}

/** The day and the hours. */
export function PromiseTime({ slot, clock }: { slot: { starts_at: string; ends_at: string }; clock: Clock }) {
  return (
    <p className="promise-time">
      <time dateTime={slot.starts_at}>
        <span>{day(slot.starts_at, clock)}</span> <strong className="num">{hours(slot, clock)}</strong>
      </time>
    </p>
  );
}

const day = (at: string, { locale, timeZone }: Clock): string =>
  dateFormat(locale, { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at));

const hours = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }, { locale, timeZone }: Clock): string =>
  rangeText(
    dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }),
    new Date(starts_at),
    new Date(ends_at),
  );
