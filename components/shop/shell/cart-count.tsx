'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { CART_COUNT_COOKIE, CART_EVENT } from '#lib/look/shell';
import { renewLive, useLive } from '../../live/use-live.ts';
import { readCookie, writeCookie } from '../../ui/readable-cookie.ts';
import { readCartNews } from '../cart/cart-news.ts';
import { keepCartForOffline, prepareForOffline } from './offline-help.ts';

function countFromCookie(): number {
  const count = Number(readCookie(CART_COUNT_COOKIE));
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** Tells the page that the cart changed; call it with what the server answered. */
export function announceCart(count: number): void {
  window.dispatchEvent(new CustomEvent(CART_EVENT, { detail: { count } }));
}

const DAY_SECONDS = 86_400;

/** For the next page, which everybody shares: another device has no other way to tell this one. */
function rememberCount(count: number): void {
  writeCookie(CART_COUNT_COOKIE, count, { seconds: count > 0 ? DAY_SECONDS : 0 });
}

/** The number on the cart. Pages are shared by everybody, so it appears only in the browser. */
export function CartCount() {
  const t = useTranslations('everywhere');
  const [count, setCount] = useState(0);
  const [bump, setBump] = useState(0);
  const shown = useRef(0);
  /** Of what was heard: it may be told once more, and this browser may have changed its cart since. */
  const version = useRef(0);
  shown.current = count;

  useLive('cart', {
    heard(data) {
      const news = readCartNews(data);
      if (!news || news.version <= version.current) return;
      version.current = news.version;
      if (news.item_count === shown.current) return;
      rememberCount(news.item_count);
      setCount(news.item_count);
      setBump((times) => times + 1);
    },
  });

  useEffect(() => {
    setCount(countFromCookie());
    const listen = (event: Event) => {
      const told = event instanceof CustomEvent ? Number(event.detail?.count) : Number.NaN;
      // The first of a cart: only from here on this browser has one to hear of.
      if (shown.current === 0) renewLive();
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

  useEffect(prepareForOffline, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as many of something else is another cart
  useEffect(() => {
    if (count > 0) keepCartForOffline();
  }, [count, bump]);

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
