import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { Sums, Ticket, TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { BookingStatus } from '#db/enums';
import type { BookingDto } from '#lib/events/booking-output';
import { formatPhone } from '#lib/phone';
import { dateFormat } from '#lib/time';
import { type ClaimRefusal, claimErrors } from '../order/claim-words.ts';
import type { Clock } from '../order/claimed.tsx';
import { TypedArrived } from '../typed-arrived.tsx';
import { CancelBooking, QuoteAnswer } from './booking-forms.tsx';
import { PayPart } from './pay-part.tsx';
import { BOOKING_WAY } from './words.ts';

const DAY = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** A booking as its client sees it. */
export function BookingTicket({
  booking,
  clock,
  phone,
  isRepeat,
  refusal,
  now,
}: {
  booking: BookingDto;
  clock: Clock;
  /** The shop's, for what cannot be done here. */
  phone: string;
  /** Sent here by a second press. */
  isRepeat: boolean;
  /** A claim that was sent without script and refused. */
  refusal: (ClaimRefusal & { reference: string }) | null;
  now: string;
}) {
  const t = useTranslations('booking');
  const paying = useTranslations('paying');
  const { status } = booking;
  const hasExpired = booking.quote_expires_at !== null && booking.quote_expires_at <= now;
  return (
    <div className="wrap order-page">
      <TypedArrived form="book" />
      {isRepeat ? (
        <Notice tone="good" title={t('once_title')}>
          {t('once_text')}
        </Notice>
      ) : null}
      <Ticket>
        <TicketPart>
          <p className="eyebrow">{t(status === 'requested' ? 'thanks' : 'your_booking')}</p>
          <h1 className="numeral order-number">{booking.booking_number}</h1>
          <p className="order-now" data-status={status}>
            <strong>{t(`s_${status}`)}.</strong> {t(`now_${status}`)}
          </p>
          {booking.reason ? <p className="mt-1">{t('reason', { reason: booking.reason })}</p> : null}
          <p className="order-placed">
            {t.rich('asked_at', { time: () => <Time at={booking.created_at} {...clock} /> })}
          </p>
        </TicketPart>
        {booking.quoted === null ? null : <QuotePart booking={booking} clock={clock} hasExpired={hasExpired} />}
        <PayPart
          booking={booking}
          clock={clock}
          again={refusal && { errors: claimErrors(refusal, paying), reference: refusal.reference }}
        />
        <TicketPart>
          <h2>{t('where_it_stands')}</h2>
          <Steps booking={booking} clock={clock} />
        </TicketPart>
        <EventPart booking={booking} clock={clock} />
        {booking.next_steps.includes('cancelled') ? (
          <TicketPart>
            <CancelBooking bookingNumber={booking.booking_number} hasPaid={booking.paid > 0} />
          </TicketPart>
        ) : status === 'confirmed' ? (
          <TicketPart>
            <p>{phone ? t('changed_call_at', { phone }) : t('changed_call')}</p>
          </TicketPart>
        ) : null}
      </Ticket>
    </div>
  );
}

function QuotePart({ booking, clock, hasExpired }: { booking: BookingDto; clock: Clock; hasExpired: boolean }) {
  const t = useTranslations('booking');
  const until = booking.quote_expires_at;
  const money = (amount: number) => <Money amount={amount} currency={booking.currency} locale={clock.locale} />;
  return (
    <TicketPart>
      <h2>{t('our_quote')}</h2>
      <Sums
        lines={[
          ...(booking.deposit ? [{ label: t('deposit'), value: money(booking.deposit) }] : []),
          ...(booking.paid > 0 ? [{ label: t('paid'), value: money(booking.paid) }] : []),
          { label: t('price'), value: money(booking.quoted ?? 0), total: true },
        ]}
      />
      {booking.status === 'quoted' && until ? (
        <>
          <p className="mt-3">
            {t.rich(hasExpired ? 'was_valid_until' : 'valid_until', { time: () => <Time at={until} {...clock} /> })}
          </p>
          <QuoteAnswer bookingNumber={booking.booking_number} hasExpired={hasExpired} />
        </>
      ) : null}
    </TicketPart>
  );
}

/** The steps with their times; those to come are there, without one. */
function Steps({ booking: { status, events }, clock }: { booking: BookingDto; clock: Clock }) {
  const t = useTranslations('booking');
  const times = new Map(events.flatMap(({ axis, to, at }) => (axis === 'booking' && to !== null ? [[to, at]] : [])));
  const at = BOOKING_WAY.indexOf(status);
  const steps: readonly BookingStatus[] =
    at === -1 ? [...BOOKING_WAY.filter((step) => times.has(step)), status] : BOOKING_WAY;
  return (
    <ol className="order-steps">
      {steps.map((step, index) => {
        const isDone = at === -1 || index <= at;
        const when = isDone ? times.get(step) : undefined;
        const isBad = at === -1 && step === status;
        return (
          <li
            key={step}
            data-done={isDone}
            data-step={isBad ? 'cancelled' : step}
            aria-current={step === status ? 'step' : undefined}
          >
            <span className="order-steps-mark">
              {isDone ? <Icon name={isBad ? 'close' : 'check'} size={14} /> : null}
            </span>
            <span>{t(`s_${step}`)}</span>
            {when ? <Time at={when} {...clock} format="short" /> : null}
          </li>
        );
      })}
    </ol>
  );
}

/** Agreed, so that it is worth a place there. */
const IN_CALENDAR: readonly BookingStatus[] = ['accepted', 'confirmed'];

function EventPart({ booking, clock }: { booking: BookingDto; clock: Clock }) {
  const t = useTranslations('booking');
  const { name, phone, email } = booking.client_info;
  const day = dateFormat(clock.locale, DAY).format(new Date(`${booking.date}T00:00:00Z`));
  const hour = booking.starts_at
    ? dateFormat(clock.locale, { timeZone: clock.timeZone, hour: '2-digit', minute: '2-digit' }).format(
        new Date(booking.starts_at),
      )
    : null;
  const facts: [string, (string | null | undefined)[]][] = [
    [t('occasion'), [booking.event_type]],
    [t('when'), [day, hour]],
    [t('where'), [booking.venue]],
    [t('guests'), [booking.guests === null ? null : String(booking.guests)]],
    [t('package'), [booking.package?.name]],
    [t('theme'), [booking.theme?.name]],
    [t('told_us'), [booking.message]],
    [t('contact'), [name, formatPhone(phone), email]],
  ];
  return (
    <TicketPart>
      <h2>{t('your_event')}</h2>
      <dl className="order-facts">
        {facts.map(([label, lines]) => {
          const said = lines.filter((line): line is string => Boolean(line));
          if (said.length === 0) return null;
          return (
            <div key={label}>
              <dt>{label}</dt>
              {said.map((line) => (
                <dd key={line}>{line}</dd>
              ))}
            </div>
          );
        })}
      </dl>
      {IN_CALENDAR.includes(booking.status) ? (
        <p className="mt-4 no-print">
          <ButtonLink
            variant="secondary"
            size="sm"
            icon="calendar"
            href={`/booking/${encodeURIComponent(booking.booking_number)}/calendar.ics`}
            download
          >
            {t('add_calendar')}
          </ButtonLink>
        </p>
      ) : null}
    </TicketPart>
  );
}
