'use client';

import { useEffect } from 'react';
import { CART_EVENT } from '#lib/look/shell';

/** The frame stays while its page changes: after an order the number on the cart is read anew. */
export function CartCountSync() {
  useEffect(() => {
    window.dispatchEvent(new CustomEvent(CART_EVENT));
  }, []);
  return null;
}
