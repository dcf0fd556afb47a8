import { useTranslations } from 'next-intl';
import { Status } from '#components/ui/badge';
import { Money } from '#components/ui/money';
import { TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { Words } from '#lib/i18n/words';
import type { OrderDto } from '#lib/orders/output';
import { isPaidAhead } from '#lib/orders/rules/deadline';
import { type ClaimAgain, ClaimForm } from './claim-form.tsx';
import { Claimed, type Clock, NotFoundNotice, openClaimOf } from './claimed.tsx';
import { TransferPart } from './transfer-part.tsx';
import { PAYMENT_TONE } from './words.ts';

export type { Clock };

const pageOf = ({ order_number: number }: OrderDto): string => `/order/${encodeURIComponent(number)}`;

type Part = { order: OrderDto; clock: Clock; again: ClaimAgain | null };

/** What to pay, how and until when; what became of a claim; or that nothing is open. */
export function PayPart({ order, clock, again, isOverdue }: Part & { isOverdue: boolean }) {
  const t = useTranslations('order');
  const { due, currency, payment_status, status } = order;
  const claim = openClaimOf(order);
  const owed = { payable: order, payments: order.payments, page: pageOf(order) };
  if (status === 'cancelled' && order.paid === 0 && !claim) return null;
  return (
    <TicketPart>
      <div className="order-row">
        <h2 id="payment" tabIndex={-1}>
          {t('payment')}
        </h2>
        <Status tone={PAYMENT_TONE[payment_status]}>{t(`p_${payment_status}`)}</Status>
      </div>
      {due > 0 ? (
        <>
          <p className="order-due">
            <Money amount={due} currency={currency} locale={clock.locale} />
            <span>{order.payment_title}</span>
          </p>
          {claim ? (
            <Claimed owed={owed} claim={claim} clock={clock} again={again} />
          ) : (
            <ToPay order={order} clock={clock} again={again} isOverdue={isOverdue} />
          )}
        </>
      ) : (
        <p>{settledWords(order, t)}</p>
      )}
    </TicketPart>
  );
}

function ToPay({ order, clock, again, isOverdue }: Part & { isOverdue: boolean }) {
  return (
    <>
      <NotFoundNotice payments={order.payments} />
      <Deadline order={order} clock={clock} isOverdue={isOverdue} />
      {order.payment_instructions ? <p className="order-how">{order.payment_instructions}</p> : null}
      <TransferPart order={order} locale={clock.locale} />
      {isPaidAhead(order.payment_method) ? <ClaimForm page={pageOf(order)} again={again} kind="claim" /> : null}
    </>
  );
}

/** Until when, in words that say what happens then. */
function Deadline({ order, clock, isOverdue }: Omit<Part, 'again'> & { isOverdue: boolean }) {
  const t = useTranslations('order');
  if (order.payment_due_at === null) return null;
  const isReleased = order.is_released_unpaid;
  const at = order.payment_due_at;
  const time = () => <Time at={at} {...clock} format="appointment" />;
  if (isOverdue) {
    return (
      <p className="order-deadline">
        {t.rich('was_due', { time })} {isReleased ? t('say_now') : null}
      </p>
    );
  }
  return <p className="order-deadline">{t.rich(isReleased ? 'pay_or_cancel' : 'please_pay', { time })}</p>;
}

function settledWords({ status, payment_status }: OrderDto, t: Words<'order'>): string {
  if (status === 'cancelled') return t('settled_cancelled');
  return t(payment_status === 'paid' ? 'settled_paid' : 'settled_nothing');
}
