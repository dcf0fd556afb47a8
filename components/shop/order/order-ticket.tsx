import { CartCountSync } from '#components/shop/order/cart-count-sync';
import { Notice } from '#components/ui/notice';
import { Ticket, TicketPart } from '#components/ui/ticket';
import { Time } from '#components/ui/time';
import type { OrderDto } from '#lib/orders/output';
import { CancelForm } from './cancel-form.tsx';
import { ItemsPart, WherePart } from './order-facts.tsx';
import { PayPart } from './pay-part.tsx';
import { Timeline } from './timeline.tsx';
import { STATUS, whatNow } from './words.ts';

/** An order as its customer sees it. */
export function OrderTicket({
  order,
  clock,
  phone,
  isRepeat,
}: {
  order: OrderDto;
  clock: { timeZone: string; locale: string };
  /** The shop's, for what cannot be done here. */
  phone: string;
  /** Sent here by a second press on "order". */
  isRepeat: boolean;
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
            <strong>{STATUS[order.status].title}.</strong> {whatNow(order.status, order.delivery_type)}
          </p>
          <p className="order-placed">
            Ordered <Time at={order.placed_at} {...clock} />
          </p>
        </TicketPart>
        <TicketPart>
          <h2>Where it stands</h2>
          <Timeline order={order} clock={clock} />
          {order.cancel_reason ? <p className="mt-3">Reason: {order.cancel_reason}</p> : null}
        </TicketPart>
        <PayPart order={order} clock={clock} />
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
