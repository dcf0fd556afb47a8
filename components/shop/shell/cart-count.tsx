'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CART_COUNT_COOKIE, CART_EVENT } from '#lib/look/shell';

function countFromCookie(): number {
  const pair = document.cookie.split('; ').find((one) => one.startsWith(`${CART_COUNT_COOKIE}=`));
  const count = Number(pair?.slice(CART_COUNT_COOKIE.length + 1));
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** Tells the page that the cart changed; call it with what the server answered. */
export function announceCart(count: number): void {
  window.dispatchEvent(new CustomEvent(CART_EVENT, { detail: { count } }));
}

/** The number on the cart. Pages are shared by everybody, so it appears only in the browser. */
export function CartCount() {
  const t = useTranslations('everywhere');
  const [count, setCount] = useState(0);
  const [bump, setBump] = useState(0);

  useEffect(() => {
    setCount(countFromCookie());
    const listen = (event: Event) => {
      const told = event instanceof CustomEvent ? Number(event.detail?.count) : Number.NaN;
      setCount(Number.isInteger(told) ? told : countFromCookie());
      setBump((times) => times + 1);
    };
    // A page taken from the back-forward cache shows an old number.
    const again = () => setCount(countFromCookie());
    window.addEventListener(CART_EVENT, listen);
    window.addEventListener('pageshow', again);
    return () => {
      window.removeEventListener(CART_EVENT, listen);
      window.removeEventListener('pageshow', again);
    };
  }, []);

  if (count === 0) return null;
  return (
    <>
      <span className="cart-count" key={bump} data-bump={bump > 0} aria-hidden="true">
        {count > 99 ? '99+' : count}
      </span>
      <span className="visually-hidden">{t('items_in_cart', { count })}</span>
    </>
  );
}
