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
  if (!cart) return null;
  const money = (amount: number) => <Money amount={amount} currency={cart.currency} locale={locale} />;
  const isDelivery = delivery !== null || delivery_problem !== null;
  const unknown = delivery_problem === 'ZONE_001' ? 'not to this postal code' : 'by postal code';
  const fee = delivery ? (delivery.fee === 0 ? 'Free' : money(delivery.fee)) : unknown;
  return (
    <Sums
      lines={[
        { label: 'Subtotal', value: money(cart.subtotal) },
        ...(isDelivery ? [{ label: 'Delivery', value: fee }] : []),
        {
          label: total === null ? 'Total so far' : 'Total',
          value: money(total ?? cart.subtotal),
          total: true,
        },
      ]}
    />
  );
}
