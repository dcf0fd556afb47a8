import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { Money } from '#components/ui/money';
import { SubmitButton } from '#components/ui/submit-button';
import { Bar } from '#components/ui/ticket';
import type { CartViewDto } from '#lib/cart/output';
import { formatAmount } from '#lib/money-text';
import { CartPromise } from './cart-promise.tsx';
import type { CartForms } from './use-cart.tsx';

/** What it comes to, how far it is to free delivery, and the one button. */
export function CartFoot({ cart }: { cart: CartForms }) {
  const t = useTranslations('cart');
  const { view } = cart;
  if (!view.cart) return null;
  const { subtotal, currency, has_problems } = view.cart;
  return (
    <div className="cart-foot">
      <CartPromise view={view} />
      <FreeDelivery view={view} />
      <p className="cart-sum">
        <span>{t('subtotal')}</span>
        <Money amount={subtotal} currency={currency} locale={view.locale} />
      </p>
      {has_problems ? (
        <form action={cart.action} onSubmit={cart.submit}>
          <input type="hidden" name="intent" value="mend" />
          <SubmitButton block size="lg" pendingLabel={t('checking_left')}>
            {t('take_what_is')}
          </SubmitButton>
        </form>
      ) : (
        <ButtonLink href="/checkout" block size="lg">
          {t('to_checkout')}
        </ButtonLink>
      )}
      <p className="cart-small">{has_problems ? t('mend_each') : t('fee_note')}</p>
    </div>
  );
}

/** The nearest amount from which delivery is free, as words and as a bar. */
function FreeDelivery({ view: { cart, free_delivery: steps, locale } }: { view: CartViewDto }) {
  const t = useTranslations('cart');
  if (!cart || steps.length === 0) return null;
  const { subtotal, currency } = cart;
  const next = steps.find(({ from }) => from > subtotal) ?? steps.at(-1);
  if (!next) return null;
  const missing = Math.round((next.from - subtotal) * 100) / 100;
  const zone = next.zone ? ` (${next.zone})` : '';
  const text =
    missing > 0 ? t('to_free', { amount: formatAmount(missing, currency, locale), zone }) : t('is_free', { zone });
  return (
    <div className="cart-free">
      <p>{text}</p>
      <Bar share={subtotal / next.from} label={t('way_to_free')} />
    </div>
  );
}
