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
  const { view } = cart;
  if (!view.cart) return null;
  const { subtotal, currency, has_problems } = view.cart;
  return (
    <div className="cart-foot">
      <CartPromise view={view} />
      <FreeDelivery view={view} />
      <p className="cart-sum">
        <span>Subtotal</span>
        <Money amount={subtotal} currency={currency} locale={view.locale} />
      </p>
      {has_problems ? (
        <form action={cart.action} onSubmit={cart.submit}>
          <input type="hidden" name="intent" value="mend" />
          <SubmitButton block size="lg" pendingLabel="Checking what is left …">
            Take what there is
          </SubmitButton>
        </form>
      ) : (
        <ButtonLink href="/checkout" block size="lg">
          Go to checkout
        </ButtonLink>
      )}
      <p className="cart-small">
        {has_problems
          ? 'Or mend the marked lines one by one.'
          : 'A fee for delivery, where there is one, is shown before you order.'}
      </p>
    </div>
  );
}

/** The nearest amount from which delivery is free, as words and as a bar. */
function FreeDelivery({ view: { cart, free_delivery: steps, locale } }: { view: CartViewDto }) {
  if (!cart || steps.length === 0) return null;
  const { subtotal, currency } = cart;
  const next = steps.find(({ from }) => from > subtotal) ?? steps.at(-1);
  if (!next) return null;
  const missing = Math.round((next.from - subtotal) * 100) / 100;
  const where = next.zone ? ` (${next.zone})` : '';
  const text =
    missing > 0 ? `${formatAmount(missing, currency, locale)} to free delivery${where}` : `Delivery is free${where}`;
  return (
    <div className="cart-free">
      <p>{text}</p>
      <Bar share={subtotal / next.from} label="On the way to free delivery" />
    </div>
  );
}
