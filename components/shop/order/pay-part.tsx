import { Status } from '#components/ui/badge';
import { Money } from '#components/ui/money';
import { Notice } from '#components/ui/notice';
import { TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { OrderDto, OrderPaymentDto } from '#lib/orders/output';
import { isPaidAhead } from '#lib/orders/rules/deadline';
import { type ClaimAgain, ClaimForm } from './claim-form.tsx';
import { TransferPart } from './transfer-part.tsx';
import { PAYMENT } from './words.ts';

export type Clock = { timeZone: string; locale: string };

type Part = { order: OrderDto; clock: Clock; again: ClaimAgain | null };

/** What to pay, how and until when; what became of a claim; or that nothing is open. */
export function PayPart({ order, clock, again, isOverdue }: Part & { isOverdue: boolean }) {
  const { due, currency, payment_status, status } = order;
  const claim = order.payments.findLast((payment) => payment.status === 'submitted') ?? null;
  if (status === 'cancelled' && order.paid === 0 && !claim) return null;
  const payment = PAYMENT[payment_status];
  return (
    <TicketPart>
      <div className="order-row">
        <h2 id="payment" tabIndex={-1}>
          Payment
        </h2>
        <Status tone={payment.tone}>{payment.title}</Status>
      </div>
      {due > 0 ? (
        <>
          <p className="order-due">
            <Money amount={due} currency={currency} locale={clock.locale} />
            <span>{order.payment_title}</span>
          </p>
          {claim ? (
            <Claimed order={order} claim={claim} clock={clock} again={again} />
          ) : (
            <ToPay order={order} clock={clock} again={again} isOverdue={isOverdue} />
          )}
        </>
      ) : (
        <p>{settledWords(order)}</p>
      )}
    </TicketPart>
  );
}

function ToPay({ order, clock, again, isOverdue }: Part & { isOverdue: boolean }) {
  const last = order.payments.findLast(({ kind }) => kind === 'charge');
  return (
    <>
      {last?.status === 'rejected' ? (
        <Notice tone="warn" title="We could not find your payment">
          {last.note ? <p>{last.note}</p> : null}
          <p>Please check the transfer and tell us again, or call us.</p>
        </Notice>
      ) : null}
      <Deadline order={order} clock={clock} isOverdue={isOverdue} />
      {order.payment_instructions ? <p className="order-how">{order.payment_instructions}</p> : null}
      <TransferPart order={order} locale={clock.locale} />
      {isPaidAhead(order.payment_method) ? (
        <ClaimForm orderNumber={order.order_number} again={again} kind="claim" />
      ) : null}
    </>
  );
}

/** Until when, in words that say what happens then. */
function Deadline({ order, clock, isOverdue }: Omit<Part, 'again'> & { isOverdue: boolean }) {
  if (order.payment_due_at === null) return null;
  const isReleased = order.is_released_unpaid;
  const when = <Time at={order.payment_due_at} {...clock} format="appointment" />;
  if (isOverdue) {
    return (
      <p className="order-deadline">
        It was to be paid by {when}. {isReleased ? 'Say so now if you have paid: the order is being cancelled.' : null}
      </p>
    );
  }
  return (
    <p className="order-deadline">
      {isReleased ? <>Pay by {when} or the order is cancelled.</> : <>Please pay by {when}.</>}
    </p>
  );
}

function Claimed({ order, claim, clock, again }: Part & { claim: OrderPaymentDto }) {
  return (
    <>
      <Notice tone="info" title="We are looking for your payment">
        <p>
          You told us on <Time at={claim.created_at} {...clock} format="appointment" /> that you have paid
          {claim.amount === order.due ? null : (
            <>
              {' '}
              <Money amount={claim.amount} currency={claim.currency} locale={clock.locale} />
            </>
          )}
          {claim.reference ? <>, with the words “{claim.reference}”</> : null}. You will see it here as soon as it has
          arrived.
        </p>
        {claim.has_proof ? <p>Your proof is here too. Only the shop can open it.</p> : null}
      </Notice>
      {claim.has_proof ? null : <ClaimForm orderNumber={order.order_number} again={again} kind="proof" />}
      {order.payment_account ? (
        <details className="fold">
          <summary>Show the transfer again</summary>
          <TransferPart order={order} locale={clock.locale} />
        </details>
      ) : null}
    </>
  );
}

function settledWords({ status, payment_status }: OrderDto): string {
  if (status === 'cancelled') return 'The order is cancelled: we will be in touch about what you have paid.';
  return payment_status === 'paid' ? 'Everything is paid. Thank you.' : 'Nothing is left to pay.';
}
