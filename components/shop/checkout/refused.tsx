import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import type { CartItemDto } from '#lib/cart/output';
import type { Words } from '#lib/i18n/words';
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
  const t = useTranslations('checkout');
  if (!cart?.has_problems) return null;
  const troubled = cart.items.filter(({ problems }) => problems.length > 0);
  return (
    <Notice tone="warn" title={t('before_order')}>
      <ul className="problem-list">
        {troubled.map((item) => (
          <li key={item.id}>
            <strong>{[item.product_name, item.variant_title].filter(Boolean).join(', ')}</strong>:{' '}
            {problemWords(item, cart.currency, locale, t)}
          </li>
        ))}
      </ul>
      <div className="cart-ways">
        <Button type="submit" name="intent" value="mend" variant="secondary" size="sm">
          {t('adjust')}
        </Button>
        <Link href="/cart">{t('choose_myself')}</Link>
      </div>
    </Notice>
  );
}

function problemWords(
  { problems, unit_price, quantity }: CartItemDto,
  currency: string,
  locale: string,
  t: Words<'checkout'>,
): string {
  return problems
    .map(({ code, left }) => {
      if (code === 'STK_002') return t('p_not_on_sale');
      if (code === 'SLOT_002') return t('p_no_day');
      if (code === 'CART_002') return t('p_price', { amount: formatAmount(unit_price, currency, locale) });
      return left ? t('p_left', { wanted: quantity, left }) : t('p_sold_out');
    })
    .join(' ');
}
