'use client';

import { useActionState, useEffect } from 'react';
import { announceCart } from '#components/shop/shell/cart-count';
import { toast } from '#components/ui/toast';
import { addToCartAction } from '#lib/cart/actions';
import type { CartViewDto } from '#lib/cart/output';
import type { ActionFailure } from '#lib/http/action';
import { type FormState, formStart } from '#lib/http/form-state';
import { openCart } from './cart-events.tsx';

/** What to say when something could not be put into the cart: what is left, where that is the reason. */
export function refusal({ code, message, fields, details }: ActionFailure): string {
  const [first] = Object.values(fields).flat();
  if (first) return first;
  const items = Array.isArray(details.items) ? details.items : [];
  const left: unknown = items[0]?.left;
  if (code === 'STK_001' && typeof left === 'number') {
    return left === 0 ? 'Sold out.' : `Only ${left} left, and some may be in your cart already.`;
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
  const { result } = state;

  useEffect(() => {
    if (!result) return;
    if (!result.ok) {
      if (done === 'message') toast(refusal(result));
      return;
    }
    announceCart(result.data.cart?.item_count ?? 0);
    if (done === 'drawer') openCart(result.data);
    else toast(`${name} is in your cart`, { label: 'Open cart', run: () => openCart(result.data) });
  }, [result, done, name]);

  return { add, isAdding, error: result && !result.ok ? refusal(result) : null };
}
