import { useTranslations } from 'next-intl';
import { LiveRefresh } from '#components/live/live-refresh';
import { CartCountSync } from '#components/shop/order/cart-count-sync';
import { Notice } from '#components/ui/notice';
import { Ticket, TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { Words } from '#lib/i18n/words';
import type { OrderDto } from '#lib/orders/output';
import { TypedArrived } from '../typed-arrived.tsx';
import { Arrived } from './arrived.tsx';
import { ChangePart } from './change/change-part.tsx';
import { OwedBack } from './change/owed-back.tsx';
import { type ClaimRefusal, claimErrors } from './claim-words.ts';
import { ItemsPart, WherePart } from './order-facts.tsx';
import { PayPart } from './pay-part.tsx';
import { PromisePart } from './promise-part.tsx';
import { Timeline } from './timeline.tsx';
import { whatNow } from './words.ts';

/** An order as its customer sees it. */
export function OrderTicket({
  order,
  clock,
  phone,
  isRepeat,
  isChanged,
  isCancelled,
  now,
  refusal,
  liveToken,
}: {
  order: OrderDto;
  clock: { timeZone: string; locale: string };
  /** The shop's, for what cannot be done here. */
  phone: string;
  /** Sent here by a second press on "order". */
  isRepeat: boolean;
  /** Sent here by a change that was made. */
  isChanged: boolean;
  /** Sent here by cancelling it. */
  isCancelled: boolean;
  /** The moment of the request. */
  now: string;
  /** A claim that was sent without script and refused. */
  refusal: (ClaimRefusal & { reference: string }) | null;
  /** Opens the stream of this order; see `lib/realtime/stream-token.ts`. */
  liveToken: string;
}) {
  const t = useTranslations('order');
  const paying = useTranslations('paying');
  return (
    <div className="wrap order-page">
      <CartCountSync />
      <TypedArrived form="checkout" />
      <LiveRefresh topic={`order:${order.order_number}`} token={liveToken} />
      {isRepeat ? (
        <Notice tone="good" title={t('once_title')}>
          {t('once_text')}
        </Notice>
      ) : null}
      {isChanged && order.status !== 'cancelled' ? (
        <Arrived>
          <Notice tone="good" title={t('changed_title')}>
            {t('changed_text')}
          </Notice>
        </Arrived>
      ) : null}
      {isCancelled && order.status === 'cancelled' ? (
        <Arrived>
          <Notice tone="good" title={t('you_cancelled')} />
        </Arrived>
      ) : null}
      <Ticket>
        <TicketPart>
          <p className="eyebrow">{t(order.status === 'pending' ? 'thanks' : 'your_order')}</p>
          <h1 className="numeral order-number">{order.order_number}</h1>
          <p className="order-now" data-status={order.status}>
            <strong>{t(`s_${order.status}`)}.</strong> {nowWords(order, t)}
          </p>
          <p className="order-placed">
            {t.rich('ordered_at', { time: () => <Time at={order.placed_at} {...clock} /> })}
          </p>
        </TicketPart>
        <PromisePart order={order} clock={clock} />
        <OwedBack order={order} locale={clock.locale} />
        <PayPart
          order={order}
          clock={clock}
          isOverdue={order.payment_due_at !== null && order.payment_due_at <= now}
          again={refusal && { errors: claimErrors(refusal, paying), reference: refusal.reference }}
        />
        <TicketPart>
          <h2>{t('where_it_stands')}</h2>
          <Timeline order={order} clock={clock} />
          {order.cancel_reason ? <p className="mt-3">{t('reason', { reason: order.cancel_reason })}</p> : null}
          {wasReleased(order) ? <p className="mt-1">{t('released')}</p> : null}
        </TicketPart>
        <ItemsPart order={order} locale={clock.locale} />
        <WherePart order={order} />
        <ChangePart order={order} clock={clock} phone={phone} now={now} />
      </Ticket>
    </div>
  );
}

const isUnpaidAhead = ({ paid, payment_due_at: dueAt }: OrderDto): boolean => paid === 0 && dueAt !== null;

const wasReleased = (order: OrderDto): boolean => order.status === 'cancelled' && isUnpaidAhead(order);

const nowWords = (order: OrderDto, t: Words<'order'>): string =>
  order.status === 'pending' && isUnpaidAhead(order)
    ? t('now_awaits_payment')
    : whatNow(order.status, order.delivery_type, t);
