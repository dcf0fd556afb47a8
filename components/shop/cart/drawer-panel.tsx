'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { announceCart } from '#components/shop/shell/cart-count';
import { ButtonLink } from '#components/ui/button';
import { Dialog } from '#components/ui/dialog';
import { Notice } from '#components/ui/notice';
import { Skeleton } from '#components/ui/skeleton';
import { readCartAction } from '#lib/cart/actions';
import type { CartViewDto } from '#lib/cart/output';
import { CartFoot } from './cart-foot.tsx';
import { CartLines, CartRefusal, NoCart } from './cart-page.tsx';
import { RemovedLine } from './removed-line.tsx';
import { useCart } from './use-cart.tsx';

/** The cart over the page: from the right, on a phone from below. */
export default function DrawerPanel({ view, onClose }: { view: CartViewDto | null; onClose: () => void }) {
  const t = useTranslations('cart');
  const [read, setRead] = useState<CartViewDto | null>(view);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (view) return setRead(view);
    let isCurrent = true;
    readCartAction().then(
      (result) => {
        if (!isCurrent) return;
        if (!result.ok) return setProblem(result.message);
        setRead(result.data);
        announceCart(result.data.cart?.item_count ?? 0);
      },
      () => setProblem('offline'),
    );
    return () => {
      isCurrent = false;
    };
  }, [view]);

  if (read) return <Filled key={read.cart?.version} initial={read} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={onClose} kind="drawer" title={t('title')}>
      {problem ? (
        <Notice tone="bad" title={problem === 'offline' ? t('no_answer') : problem}>
          <ButtonLink href="/cart" variant="secondary" size="sm">
            {t('open_page')}
          </ButtonLink>
        </Notice>
      ) : (
        <Skeleton className="h-24 w-full" />
      )}
    </Dialog>
  );
}

function Filled({ initial, onClose }: { initial: CartViewDto; onClose: () => void }) {
  const t = useTranslations('cart');
  const cart = useCart(initial);
  const { view } = cart;
  const isEmpty = !view.cart || view.cart.items.length === 0;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      kind="drawer"
      title={t('title')}
      footer={isEmpty ? null : <CartFoot cart={cart} />}
    >
      <RemovedLine cart={cart} />
      {isEmpty ? (
        <NoCart hasExpired={view.has_expired} />
      ) : (
        <>
          <CartRefusal cart={cart} />
          <CartLines cart={cart} />
        </>
      )}
    </Dialog>
  );
}
