import { CartCountSync } from '#components/shop/order/cart-count-sync';
import { Notice } from '#components/ui/notice';
import { Ticket, TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { OrderDto } from '#lib/orders/output';
import { CancelForm } from './cancel-form.tsx';
import { type ClaimRefusal, claimErrors } from './claim-words.ts';
import { ItemsPart, WherePart } from './order-facts.tsx';
import { PayPart } from './pay-part.tsx';
import { PromisePart } from './promise-part.tsx';
import { Timeline } from './timeline.tsx';
import { STATUS, whatNow } from './words.ts';

/** An order as its customer sees it. */
export function OrderTicket({
  order,
  clock,
  phone,
  isRepeat,
  refusal,
}: {
  order: OrderDto;
  clock: { timeZone: string; locale: string };
  /** The shop's, for what cannot be done here. */
  phone: string;
  /** Sent here by a second press on "order". */
  isRepeat: boolean;
  /** A claim that was sent without script and refused. */
  refusal: (ClaimRefusal & { reference: string }) | null;
}) {
  return (
    <div className="wrap order-page">
      <CartCountSync />
      {isRepeat ? (
        <Notice tone="good" title="You ordered once">
          This order had already arrived when the button was pressed again. What was changed in between is not in it.
        </Notice>
      ) : null}
      <Ticket>
        <TicketPart>
          <p className="eyebrow">{order.status === 'pending' ? 'Thank you for your order' : 'Your order'}</p>
          <h1 className="numeral order-number">{order.order_number}</h1>
          <p className="order-now" data-status={order.status}>
            <strong>{STATUS[order.status].title}.</strong> {nowWords(order)}
          </p>
          <p className="order-placed">
            Ordered <Time at={order.placed_at} {...clock} />
          </p>
        </TicketPart>
        <PromisePart order={order} clock={clock} />
        <PayPart
          order={order}
          clock={clock}
          again={refusal && { errors: claimErrors(refusal), reference: refusal.reference }}
        />
        <TicketPart>
          <h2>Where it stands</h2>
          <Timeline order={order} clock={clock} />
          {order.cancel_reason ? <p className="mt-3">Reason: {order.cancel_reason}</p> : null}
          {wasReleased(order) ? (
            <p className="mt-1">If your payment is on its way already, call us: nothing of it is lost.</p>
          ) : null}
        </TicketPart>
        <ItemsPart order={order} locale={clock.locale} />
        <WherePart order={order} />
        <TicketPart>
          <h2>Something to change?</h2>
          {order.status === 'pending' ? <CancelForm orderNumber={order.order_number} /> : null}
          <p className="order-help">
            {order.status === 'pending' ? 'For anything else call us' : 'Call us'}
            {phone ? (
              <>
                {' '}
                at <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
              </>
            ) : null}
            . Have the order number at hand.
          </p>
        </TicketPart>
      </Ticket>
    </div>
  );
}

const isUnpaidAhead = ({ paid, payment_due_at: dueAt }: OrderDto): boolean => paid === 0 && dueAt !== null;

const wasReleased = (order: OrderDto): boolean => order.status === 'cancelled' && isUnpaidAhead(order);

const nowWords = (order: OrderDto): string =>
  order.status === 'pending' && isUnpaidAhead(order)
    ? 'It is confirmed as soon as your payment has arrived.'
    : whatNow(order.status, order.delivery_type);
