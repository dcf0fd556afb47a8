import { Status } from '#components/ui/badge';
import { Money } from '#components/ui/money';
import { TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { OrderDto } from '#lib/orders/output';
import { ClaimForm } from './claim-form.tsx';
import { isPaidAhead, PAYMENT, spaced } from './words.ts';

type Clock = { timeZone: string; locale: string };

/** What to pay and how, or that nothing is open. */
export function PayPart({ order, clock }: { order: OrderDto; clock: Clock }) {
  const { due, currency, payment_status, payment_method, payment_account: account, status } = order;
  const payment = PAYMENT[payment_status];
  const isClaimed = payment_status === 'submitted';
  if (status === 'cancelled' && order.paid === 0 && !isClaimed) return null;
  const canClaim = due > 0 && !isClaimed && isPaidAhead(payment_method);
  return (
    <TicketPart>
      <div className="order-row">
        <h2>Payment</h2>
        <Status tone={payment.tone}>{payment.title}</Status>
      </div>
      {due > 0 ? (
        <>
          <p className="order-due">
            <Money amount={due} currency={currency} locale={clock.locale} />
            <span>{[order.payment_title, isClaimed ? 'we are watching for it' : ''].filter(Boolean).join(', ')}</span>
          </p>
          {order.payment_instructions ? <p>{order.payment_instructions}</p> : null}
          {order.payment_due_at && !isClaimed ? (
            <p>
              Please pay by <Time at={order.payment_due_at} {...clock} />.
            </p>
          ) : null}
          {account ? (
            <dl className="account">
              <dt>Account holder</dt>
              <dd>{account.holder}</dd>
              <dt>IBAN</dt>
              <dd className="num">{spaced(account.iban)}</dd>
              {account.bic ? (
                <>
                  <dt>BIC</dt>
                  <dd className="num">{account.bic}</dd>
                </>
              ) : null}
              <dt>Amount</dt>
              <dd>
                <Money amount={due} currency={currency} locale={clock.locale} />
              </dd>
              <dt>Reference</dt>
              <dd className="num">{order.order_number}</dd>
            </dl>
          ) : null}
          {canClaim ? <ClaimForm orderNumber={order.order_number} /> : null}
        </>
      ) : (
        <p>{settledWords(order)}</p>
      )}
    </TicketPart>
  );
}

function settledWords({ status, payment_status }: OrderDto): string {
  if (status === 'cancelled') return 'The order is cancelled: we will be in touch about what you have paid.';
  return payment_status === 'paid' ? 'Everything is paid. Thank you.' : 'Nothing is left to pay.';
}
