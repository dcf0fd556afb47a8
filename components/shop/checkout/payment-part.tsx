import { useTranslations } from 'next-intl';
import { Choice, Choices } from '#components/ui/choices';
import type { CheckoutOffer } from '#lib/orders/output';
import { Part } from './parts.tsx';
import type { Checkout } from './use-checkout.tsx';

export function PaymentPart({ checkout, offer }: { checkout: Checkout; offer: CheckoutOffer }) {
  const t = useTranslations('checkout');
  const { values, errorOf, review } = checkout;
  const total = review.total ?? review.cart?.subtotal ?? 0;
  const isInReach = (most: number | null) => most === null || total <= most;
  return (
    <Part number={3} title={t('payment')}>
      <Choices id="payment_method" legend={t('how_pay')} min="wide" error={errorOf('payment_method')}>
        {offer.payments.map(({ method, title, instructions, delivery_types, max_total }) => (
          <div key={method} className="pay-way" data-when={delivery_types.length === 1 ? delivery_types[0] : undefined}>
            <Choice
              name="payment_method"
              value={method}
              data-for={delivery_types.join(' ')}
              title={title}
              note={instructions}
              disabled={!isInReach(max_total)}
              defaultChecked={values.payment_method === method}
            />
          </div>
        ))}
      </Choices>
    </Part>
  );
}
