'use client';

import { BookingStatus } from '#components/admin/bookings/status';
import { OrderStatus, PaymentStatus } from '#components/admin/orders/status';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import { Time } from '#components/ui/time';
import { formatAmount } from '#lib/money-text';
import type { ReviewedPaymentDto } from '#lib/orders/payment-output';
import { eventDay } from '../bookings/words.ts';
import { PAYMENT_METHOD } from '../orders/words.ts';
import { useAction } from '../use-action.ts';
import { Proof } from './proof.tsx';
import { RejectPayment } from './reject-payment.tsx';
import { SETTLE, subjectOf } from './subject.ts';

export type Shop = { locale: string; timeZone: string };

/** One payment: who says so, how much against what is due, what came with it, and what one does about it. */
export function ReviewCard({
  payment,
  shop,
  onSettled,
}: {
  payment: ReviewedPaymentDto;
  shop: Shop;
  onSettled: () => void;
}) {
  const { order, booking, status } = payment;
  const { kind, number, name, href } = subjectOf(payment);
  const { run, busy } = useAction(SETTLE[kind].confirm, {
    done: (paid) => (paid.status === 'confirmed' ? `Payment confirmed, and ${number} with it.` : 'Payment confirmed.'),
    onDone: onSettled,
  });
  return (
    <li className="review" data-payment={payment.id}>
      <Proof payment={payment} />
      <div className="review-facts">
        <h2>
          <Link className="review-order" href={href}>
            {number}
          </Link>{' '}
          <span>{name}</span>
        </h2>
        <Amounts payment={payment} locale={shop.locale} />
        <dl className="review-list">
          <div>
            <dt>{status === 'submitted' ? 'Says so since' : 'From'}</dt>
            <dd>
              <Time at={payment.created_at} {...shop} format="appointment" />
            </dd>
          </div>
          <div>
            <dt>How</dt>
            <dd>{PAYMENT_METHOD[payment.method]}</dd>
          </div>
          {payment.reference ? (
            <div>
              <dt>Reference</dt>
              <dd>{payment.reference}</dd>
            </div>
          ) : null}
          {payment.note ? (
            <div>
              <dt>Note</dt>
              <dd>{payment.note}</dd>
            </div>
          ) : null}
          {order?.slot_starts_at ? (
            <div>
              <dt>Wanted for</dt>
              <dd>
                <Time at={order.slot_starts_at} {...shop} format="appointment" />
              </dd>
            </div>
          ) : null}
          {order ? (
            <div>
              <dt>Order</dt>
              <dd className="flex flex-wrap gap-x-4">
                <OrderStatus status={order.status} />
                {status === 'submitted' ? null : <PaymentStatus status={order.payment_status} />}
              </dd>
            </div>
          ) : null}
          {booking ? (
            <>
              <div>
                <dt>For</dt>
                <dd>
                  {booking.event_type}, {eventDay(booking.date, shop.locale)}
                </dd>
              </div>
              <div>
                <dt>Booking</dt>
                <dd>
                  <BookingStatus status={booking.status} />
                </dd>
              </div>
            </>
          ) : null}
        </dl>
      </div>
      {status === 'submitted' ? (
        <div className="review-acts no-print">
          <Button
            busy={busy}
            data-key="c"
            aria-keyshortcuts="c"
            onClick={() => run({ payment_id: payment.id })}
            aria-label={`It has arrived: ${number}`}
          >
            It has arrived
          </Button>
          <RejectPayment payment={payment} paidFor={kind} locale={shop.locale} onSettled={onSettled} />
        </div>
      ) : null}
    </li>
  );
}

/** What is claimed, and how far that is from what is due. */
function Amounts({ payment, locale }: { payment: ReviewedPaymentDto; locale: string }) {
  const { amount, currency, status, kind } = payment;
  const { due } = subjectOf(payment);
  const rest = Math.round((due - amount) * 100) / 100;
  const words = (value: number) => formatAmount(value, currency, locale);
  return (
    <p className="review-amount">
      <Money amount={kind === 'refund' ? -amount : amount} currency={currency} locale={locale} />
      {status === 'submitted' ? (
        rest === 0 ? (
          <Badge tone="good">all that is due</Badge>
        ) : (
          <Badge tone="warn">
            {rest > 0 ? `${words(rest)} less than the ${words(due)} due` : `only ${words(due)} is due`}
          </Badge>
        )
      ) : (
        <Badge tone={status === 'confirmed' ? 'good' : 'bad'}>
          {status === 'confirmed' ? 'confirmed' : 'rejected'}
        </Badge>
      )}
    </p>
  );
}
