'use client';

import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import type { CartViewDto } from '#lib/cart/output';
import { CartFoot } from './cart-foot.tsx';
import { CartLine } from './cart-line.tsx';
import { RemovedLine } from './removed-line.tsx';
import { type CartForms, useCart } from './use-cart.tsx';

/** What stands in place of the lines when there are none. */
export function NoCart({ hasExpired, heading }: { hasExpired: boolean; heading?: 'h1' | 'h2' }) {
  const t = useTranslations('cart');
  return (
    <EmptyState
      art="empty-cart"
      heading={heading}
      title={t(hasExpired ? 'expired' : 'empty')}
      action={<ButtonLink href="/products">{t('see_today')}</ButtonLink>}
    >
      {t(hasExpired ? 'expired_text' : 'empty_text')}
    </EmptyState>
  );
}

/** What was refused and has no line to stand at. */
export function CartRefusal({ cart }: { cart: CartForms }) {
  const items = cart.view.cart?.items ?? [];
  if (!cart.refused || items.some(({ id }) => id === cart.refused?.itemId)) return null;
  return <Notice tone="bad">{cart.refused.text}</Notice>;
}

export function CartLines({ cart }: { cart: CartForms }) {
  const { view } = cart;
  return (
    <ul className="cart-lines">
      {view.cart?.items.map((item) => (
        <CartLine key={item.id} item={item} cart={cart} currency={view.cart?.currency ?? ''} />
      ))}
    </ul>
  );
}

/** The page of the cart. */
export function CartPage({ initial }: { initial: CartViewDto }) {
  const t = useTranslations('cart');
  const cart = useCart(initial);
  const { view } = cart;
  const isEmpty = !view.cart || view.cart.items.length === 0;
  return (
    <div className="wrap cart-page">
      <RemovedLine cart={cart} />
      {isEmpty ? (
        <NoCart hasExpired={view.has_expired} heading="h1" />
      ) : (
        <>
          <h1>{t('title')}</h1>
          <div className="cart-columns">
            <div>
              <CartRefusal cart={cart} />
              <CartLines cart={cart} />
            </div>
            <div className="cart-side">
              <CartFoot cart={cart} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
