import type { ReactNode } from 'react';
import { Money } from '#components/ui/money';
import type { DayOrderDto } from '#lib/orders/day-output';
import { isMadeOn } from '#lib/orders/day-rules';
import { formatPhone } from '#lib/phone';
import { formatDay } from '#lib/time';
import { DELIVERY_TYPE } from '../orders/words.ts';
import { allergenWords, itemWords, numberParts, type Shop, timeWords } from './words.ts';

/** Pieces of the sheet on paper: black on white, boxes for a pen, nothing that needs a color. */

/** Ticked already when the step was taken on a screen. */
export const TickBox = ({ done = false }: { done?: boolean }) => <span className="tick-box" data-done={done} />;

export function PaperNumber({ order }: { order: DayOrderDto }) {
  const [head, tail] = numberParts(order.order_number);
  return (
    <span className="paper-number">
      <span>{head}</span>
      <strong>{tail}</strong>
    </span>
  );
}

export const PaperDue = ({ order, shop }: { order: DayOrderDto; shop: Shop }) =>
  order.due > 0 ? (
    <span className="paper-due">
      to collect <Money amount={order.due} currency={order.currency} locale={shop.locale} />
    </span>
  ) : (
    <span className="paper-paid">paid</span>
  );

/** One order for whoever packs it; never cut in two by the end of a page. */
export function PaperOrder({
  order,
  date,
  shop,
  done,
  when,
}: {
  order: DayOrderDto;
  date: string;
  shop: Shop;
  done: boolean;
  /** Says its time itself: no heading above does. */
  when?: boolean;
}) {
  const { gift } = order;
  return (
    <li className="paper-order">
      <p className="paper-order-head">
        <TickBox done={done} />
        <PaperNumber order={order} />
        <span className="paper-grow">{order.customer_name}</span>
      </p>
      {when ? (
        <p>
          {timeWords(order, shop)}, {formatPhone(order.customer_phone)}
        </p>
      ) : null}
      <ul className="paper-items">
        {order.items.map((item) => (
          <li key={item.id}>
            <TickBox done={done} />
            <strong>{item.quantity}</strong>
            <span>
              {itemWords(item)}
              {item.on_date === null || isMadeOn(item, date) ? null : ` (for ${formatDay(item.on_date, shop.locale)})`}
              {item.note ? <em> “{item.note}”</em> : null}
            </span>
          </li>
        ))}
      </ul>
      {order.special_instructions ? <Remark label="Wish">{order.special_instructions}</Remark> : null}
      {gift ? (
        <Remark label={`Gift for ${gift.recipient_name}${gift.hide_prices ? ', no prices in the parcel' : ''}`}>
          {gift.card_text ? `“${gift.card_text}”` : null}
        </Remark>
      ) : null}
      {order.override_reason ? <Remark label="Beyond the rules">{order.override_reason}</Remark> : null}
      <p className="paper-order-foot">
        {order.allergens.length > 0 ? (
          <span className="paper-grow">
            Contains <strong>{allergenWords(order.allergens)}</strong>
          </span>
        ) : null}
        <span className="paper-how">
          {DELIVERY_TYPE[order.delivery_type]}, <PaperDue order={order} shop={shop} />
        </span>
      </p>
    </li>
  );
}

const Remark = ({ label, children }: { label: string; children: ReactNode }) => (
  <p className="paper-remark">
    <strong>
      {label}
      {children ? ': ' : ''}
    </strong>
    {children}
  </p>
);
