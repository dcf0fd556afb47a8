'use client';

import { Button } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import type { PaymentMethod } from '#db/enums';
import { formatAmount } from '#lib/money-text';
import type { DayOrderDto } from '#lib/orders/day-output';
import { isMadeOn } from '#lib/orders/day-rules';
import { formatPhone } from '#lib/phone';
import { formatDay } from '#lib/time';
import type { Day } from './use-day.ts';
import { allergenWords, itemWords, numberParts, type Shop } from './words.ts';

/** Pieces of an order that several parts of the sheet show. */

export function OrderNumber({ order }: { order: DayOrderDto }) {
  const [head, tail] = numberParts(order.order_number);
  return (
    <Link className="day-number" href={`/admin/orders/${order.id}`}>
      <span>{head}</span>
      {tail}
    </Link>
  );
}

/** What is in it, with what was asked for each, and what people must not be served unawares. */
export function Contents({ order, date, shop }: { order: DayOrderDto; date: string; shop: Shop }) {
  return (
    <>
      <ul className="day-items">
        {order.items.map((item) => (
          <li key={item.id}>
            <span className="day-qty">{item.quantity}</span>
            <span>
              {itemWords(item)}
              {isMadeOn(item, date) || item.on_date === null ? null : (
                <span className="day-soft">for {formatDay(item.on_date, shop.locale)}</span>
              )}
              {item.note ? <span className="day-note">“{item.note}”</span> : null}
            </span>
          </li>
        ))}
      </ul>
      {order.allergens.length > 0 ? (
        <p className="day-soft">
          Contains <strong>{allergenWords(order.allergens)}</strong>
        </p>
      ) : null}
    </>
  );
}

/** What the customer wished, whom a gift is for, and why the rules were passed over. */
export function Extras({ order }: { order: DayOrderDto }) {
  const { gift, special_instructions: wishes, override_reason: reason } = order;
  return (
    <>
      {wishes ? <p className="day-wish">{wishes}</p> : null}
      {gift ? (
        <div className="day-gift">
          <p>
            <Icon name="gift" size={16} /> Gift for <strong>{gift.recipient_name}</strong>
            {gift.hide_prices ? ', no prices in the parcel' : ''}
          </p>
          {gift.card_text ? <blockquote>{gift.card_text}</blockquote> : null}
        </div>
      ) : null}
      {reason ? (
        <p className="day-warn">
          <Icon name="alert" size={16} /> Promised beyond the rules: {reason}
        </p>
      ) : null}
    </>
  );
}

export function Phone({ number, name }: { number: string; name?: string }) {
  return (
    <a className="day-phone" href={`tel:${number}`}>
      <Icon name="phone" size={16} />
      {name ? <span className="visually-hidden">Call {name}: </span> : null}
      {formatPhone(number)}
    </a>
  );
}

/** How money changes hands at the counter; who has not sent a transfer pays cash. */
const AT_HAND: Record<PaymentMethod, { method: PaymentMethod; label: string }> = {
  cash: { method: 'cash', label: 'Paid cash' },
  bank_transfer: { method: 'cash', label: 'Paid cash' },
  card_terminal: { method: 'card_terminal', label: 'Paid by card' },
  other: { method: 'other', label: 'Paid' },
};

/** What is still owed with the one button that records it, or that nothing is. */
export function Due({ day, order, shop }: { day: Day; order: DayOrderDto; shop: Shop }) {
  const { due, currency, gift, payment_status: payment } = order;
  if (due === 0) {
    const isBack = payment === 'refunded' || payment === 'partially_refunded';
    return <span className="day-paid">{isBack ? 'Refunded' : 'Paid'}</span>;
  }
  const amount = formatAmount(due, currency, shop.locale);
  const { method, label } = AT_HAND[order.payment_method];
  return (
    <span className="day-due">
      <span>
        <strong>
          <Money amount={due} currency={currency} locale={shop.locale} />
        </strong>{' '}
        due
        {payment === 'submitted' ? (
          <Link className="day-soft" href={`/admin/orders/${order.id}#payments`}>
            says it is sent, check
          </Link>
        ) : null}
        {gift ? <span className="day-soft">from {order.customer_name}, not from the recipient</span> : null}
      </span>
      <Button
        size="sm"
        variant="secondary"
        busy={day.isPaying(order.id)}
        aria-label={`${label} ${amount}, ${order.order_number}`}
        onClick={() => day.pay(order, method, `${label} ${amount}`)}
      >
        {label} {amount}
      </Button>
    </span>
  );
}

/** What is owed, where nobody takes money. */
export const Owed = ({ order, shop }: { order: DayOrderDto; shop: Shop }) =>
  order.due > 0 ? (
    <span>
      <Money amount={order.due} currency={order.currency} locale={shop.locale} /> due
    </span>
  ) : (
    <span className="day-paid">Paid</span>
  );

export function Refusal({ day, order }: { day: Day; order: DayOrderDto }) {
  const words = day.refusals[order.id];
  if (!words) return null;
  return (
    <p role="alert" className="day-refusal">
      <Icon name="alert" size={16} /> {words}
    </p>
  );
}
