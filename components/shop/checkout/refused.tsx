import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { CartItemDto } from '#lib/cart/output';
import { formatAmount } from '#lib/money-text';
import type { CheckoutReview } from '#lib/orders/output';
import type { Refusal } from './refusal.ts';

/** Why it could not be ordered, each with a link to its field; takes the focus when it appears. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const { title, errors, notes } = refusal;
  return (
    <div id="refused" tabIndex={-1} className="refused">
      <Notice tone="bad" title={title}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {errors.length > 0 ? (
          <ul>
            {errors.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  );
}

/** Items of the cart that cannot be ordered as they stand, by name, and one button that makes the cart fit. */
export function CartProblems({ review: { cart }, locale }: { review: CheckoutReview; locale: string }) {
  if (!cart?.has_problems) return null;
  const troubled = cart.items.filter(({ problems }) => problems.length > 0);
  return (
    <Notice tone="warn" title="Before you can order">
      <ul className="problem-list">
        {troubled.map((item) => (
          <li key={item.id}>
            <strong>{[item.product_name, item.variant_title].filter(Boolean).join(', ')}</strong>:{' '}
            {problemWords(item, cart.currency, locale)}
          </li>
        ))}
      </ul>
      <div className="cart-ways">
        <Button type="submit" name="intent" value="mend" variant="secondary" size="sm">
          Adjust my order
        </Button>
        <Link href="/cart">Choose myself in the cart</Link>
      </div>
    </Notice>
  );
}

function problemWords({ problems, unit_price, quantity }: CartItemDto, currency: string, locale: string): string {
  return problems
    .map(({ code, left }) => {
      if (code === 'STK_002') return 'not on sale at the moment.';
      if (code === 'SLOT_002') return 'not to be had on any of the days we take orders for.';
      if (code === 'CART_002') return `now ${formatAmount(unit_price, currency, locale)} each.`;
      return left ? `you asked for ${quantity}, only ${left} left.` : 'sold out.';
    })
    .join(' ');
}
