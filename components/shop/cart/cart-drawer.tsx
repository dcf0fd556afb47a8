'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { lazy, type MouseEvent, Suspense, useEffect, useRef, useState } from 'react';
import { CartCount } from '#components/shop/shell/cart-count';
import { Icon } from '#components/ui/icons';
import { useAddress } from '#components/ui/link';
import type { CartViewDto } from '#lib/cart/output';
import { onCartOpen } from './cart-events.tsx';

const load = () => import('./drawer-panel.tsx');
/** Fetched when it is first wanted: most pages are read without opening the cart. */
const DrawerPanel = lazy(load);

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The cart in the header: a link to its page, and where script runs the drawer. */
export function CartDrawer() {
  const t = useTranslations('everywhere');
  const address = useAddress();
  const path = usePathname();
  const [opened, setOpened] = useState<{ view: CartViewDto | null } | null>(null);
  const before = useRef<Element | null>(null);
  const isAtCart = /\/(cart|checkout)$/.test(path);

  useEffect(
    () =>
      onCartOpen((view) => {
        before.current = document.activeElement;
        setOpened({ view });
      }),
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new path is what closes the drawer
  useEffect(() => setOpened(null), [path]);

  function open(event: MouseEvent) {
    if (isAtCart || !isPlain(event)) return;
    event.preventDefault();
    before.current = event.currentTarget;
    setOpened({ view: null });
  }

  function close() {
    setOpened(null);
    const { current } = before;
    // After the dialog has let go of the focus.
    if (current instanceof HTMLElement) setTimeout(() => current.focus());
  }

  return (
    <>
      <a className="icon-link" href={address('/cart')} onClick={open} onPointerEnter={load} onFocus={load}>
        <Icon name="cart" size={24} />
        <span className="visually-hidden">{t('cart')}</span>
        <CartCount />
      </a>
      {opened ? (
        <Suspense fallback={null}>
          <DrawerPanel view={opened.view} onClose={close} />
        </Suspense>
      ) : null}
    </>
  );
}
