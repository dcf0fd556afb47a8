import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money';
import { Sums } from '#components/ui/ticket';
import type { CheckoutReview } from '#lib/orders/output';

type Shown = { review: CheckoutReview; locale: string };

/** What is in the cart, one line each. */
export function SummaryLines({ review: { cart }, locale }: Shown) {
  if (!cart) return null;
  return (
    <ul className="summary-lines">
      {cart.items.map((item) => (
        <li key={item.id}>
          <span className="num summary-count">{item.quantity} ×</span>
          <span>
            {item.product_name}
            {item.variant_title ? <small>{item.variant_title}</small> : null}
            {item.note ? <small className="summary-note">{item.note}</small> : null}
          </span>
          <Money amount={item.total_price} currency={cart.currency} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

/** What it comes to. Until the fee is known the total says so instead of promising too little. */
export function SummarySums({ review: { cart, delivery, delivery_problem, total }, locale }: Shown) {
  const t = useTranslations('checkout');
  if (!cart) return null;
  const money = (amount: number) => <Money amount={amount} currency={cart.currency} locale={locale} />;
  const isDelivery = delivery !== null || delivery_problem !== null;
  const unknown = t(delivery_problem === 'ZONE_001' ? 'fee_no_zone' : 'fee_unknown');
  const fee = delivery ? (delivery.fee === 0 ? t('free') : money(delivery.fee)) : unknown;
  return (
    <Sums
      lines={[
        { label: t('subtotal'), value: money(cart.subtotal) },
        ...(isDelivery ? [{ label: t('delivery'), value: fee }] : []),
        {
          label: t(total === null ? 'total_so_far' : 'total'),
          value: money(total ?? cart.subtotal),
          total: true,
        },
      ]}
    />
  );
}
