'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect } from 'react';
import { announceCart } from '#components/shop/shell/cart-count';
import { toast } from '#components/ui/toast';
import { addToCartAction } from '#lib/cart/actions';
import type { CartViewDto } from '#lib/cart/output';
import type { ActionFailure } from '#lib/http/action';
import { type FormState, formStart } from '#lib/http/form-state';
import type { Words } from '#lib/i18n/words';
import { openCart } from './cart-events.tsx';

/** What to say when something could not be put into the cart: what is left, where that is the reason. */
export function refusal({ code, message, fields, details }: ActionFailure, t: Words<'cart'>): string {
  const [first] = Object.values(fields).flat();
  if (first) return first;
  const items = Array.isArray(details.items) ? details.items : [];
  const left: unknown = items[0]?.left;
  if (code === 'STK_001' && typeof left === 'number') {
    return left === 0 ? t('sold_out') : t('left_in_cart', { left });
  }
  return message;
}

/**
 * The state of a form that puts something into the cart. On success the count in the header moves and `done` decides
 * what follows: the drawer opens, or a message stands in the corner. `error` is for the form to show: without script
 * it is all there is to see.
 */
export function useAddToCart({ done, name }: { done: 'drawer' | 'message'; name: string }) {
  const [state, add, isAdding] = useActionState<FormState<CartViewDto>, FormData>(addToCartAction, formStart());
  const t = useTranslations('cart');
  const { result } = state;

  const error = result && !result.ok ? refusal(result, t) : null;
  const [isIn, open] = [t('is_in_cart', { name }), t('open_cart')];

  useEffect(() => {
    if (!result) return;
    if (!result.ok) {
      if (done === 'message' && error) toast(error);
      return;
    }
    announceCart(result.data.cart?.item_count ?? 0);
    if (done === 'drawer') openCart(result.data);
    else toast(isIn, { label: open, run: () => openCart(result.data) });
  }, [result, done, error, isIn, open]);

  return { add, isAdding, error };
}
