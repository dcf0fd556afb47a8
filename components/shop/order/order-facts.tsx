import { Money } from '#components/ui/money';
import { Sums, TicketPart } from '#components/ui/ticket';
import type { OrderDto } from '#lib/orders/output';
import { formatPhone } from '#lib/phone';
import { formatDay } from '#lib/time';

/** What was ordered and what it comes to. */
export function ItemsPart({ order, locale }: { order: OrderDto; locale: string }) {
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={locale} />;
  return (
    <TicketPart>
      <h2>What you ordered</h2>
      <ul className="summary-lines">
        {order.items.map((item) => (
          <li key={item.id}>
            <span className="num summary-count">{item.quantity} ×</span>
            <span>
              {item.product_name}
              {item.variant_title ? <small>{item.variant_title}</small> : null}
              {item.on_date ? <small>{formatDay(item.on_date, locale)}</small> : null}
              {item.note ? <small className="summary-note">{item.note}</small> : null}
            </span>
            {money(item.total_price)}
          </li>
        ))}
      </ul>
      <Sums
        lines={[
          { label: 'Subtotal', value: money(order.subtotal) },
          ...(order.delivery_type === 'delivery'
            ? [{ label: 'Delivery', value: order.delivery_fee === 0 ? 'Free' : money(order.delivery_fee) }]
            : []),
          ...(order.adjustment === 0 ? [] : [{ label: 'Adjustment', value: money(order.adjustment) }]),
          { label: 'Total', value: money(order.total), total: true },
        ]}
      />
    </TicketPart>
  );
}

/** Where it goes, to whom, and what was said beside it. */
export function WherePart({ order }: { order: OrderDto }) {
  const { delivery_address: address, gift } = order;
  const isDelivery = order.delivery_type === 'delivery';
  // With a slot the place stands beside its time already.
  const place = order.slot && !isDelivery ? [] : [order.location?.name ?? 'Our shop'];
  const facts = [
    {
      label: isDelivery ? 'Delivered to' : 'Picked up at',
      lines: address
        ? [address.street, [address.postal_code, address.city].filter(Boolean).join(' '), address.notes]
        : place,
    },
    { label: 'Preferred time', lines: [order.preferred_time] },
    { label: 'Contact', lines: [order.customer_name, formatPhone(order.customer_phone), order.customer_email] },
    { label: 'Your note', lines: [order.special_instructions] },
    {
      label: 'Gift for',
      lines: gift
        ? [
            gift.recipient_name,
            gift.recipient_phone && formatPhone(gift.recipient_phone),
            gift.hide_prices ? 'Without prices' : null,
          ]
        : [],
    },
    { label: 'On the card', lines: [gift?.card_text ?? null] },
  ];
  return (
    <TicketPart>
      <h2>{isDelivery ? 'Delivery' : order.slot ? 'Your details' : 'Pickup'}</h2>
      <dl className="order-facts">
        {facts.map(({ label, lines }) => {
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
    </TicketPart>
  );
}
