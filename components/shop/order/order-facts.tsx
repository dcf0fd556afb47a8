import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money';
import { Sums, TicketPart } from '#components/ui/ticket';
import type { OrderDto } from '#lib/orders/output';
import { formatPhone } from '#lib/phone';
import { formatDay } from '#lib/time';

/** What was ordered and what it comes to. */
export function ItemsPart({ order, locale }: { order: OrderDto; locale: string }) {
  const t = useTranslations('order');
  const money = (amount: number) => <Money amount={amount} currency={order.currency} locale={locale} />;
  return (
    <TicketPart>
      <h2>{t('what_you_ordered')}</h2>
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
          { label: t('subtotal'), value: money(order.subtotal) },
          ...(order.delivery_type === 'delivery'
            ? [{ label: t('delivery'), value: order.delivery_fee === 0 ? t('free') : money(order.delivery_fee) }]
            : []),
          ...(order.adjustment === 0 ? [] : [{ label: t('adjustment'), value: money(order.adjustment) }]),
          { label: t('total'), value: money(order.total), total: true },
        ]}
      />
    </TicketPart>
  );
}

/** Where it goes, to whom, and what was said beside it. */
export function WherePart({ order }: { order: OrderDto }) {
  const t = useTranslations('order');
  const { delivery_address: address, gift } = order;
  const isDelivery = order.delivery_type === 'delivery';
  // With a slot the place stands beside its time already.
  const place = order.slot && !isDelivery ? [] : [order.location?.name ?? t('our_shop')];
  const facts = [
    {
      label: t(isDelivery ? 'delivered_to' : 'picked_up_at'),
      lines: address
        ? [address.street, [address.postal_code, address.city].filter(Boolean).join(' '), address.notes]
        : place,
    },
    { label: t('preferred_time'), lines: [order.preferred_time] },
    { label: t('contact'), lines: [order.customer_name, formatPhone(order.customer_phone), order.customer_email] },
    { label: t('your_note'), lines: [order.special_instructions] },
    {
      label: t('gift_for'),
      lines: gift
        ? [
            gift.recipient_name,
            gift.recipient_phone && formatPhone(gift.recipient_phone),
            gift.hide_prices ? t('without_prices') : null,
          ]
        : [],
    },
    { label: t('on_card'), lines: [gift?.card_text ?? null] },
  ];
  return (
    <TicketPart>
      <h2>{t(isDelivery ? 'delivery' : order.slot ? 'your_details' : 'pickup')}</h2>
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
