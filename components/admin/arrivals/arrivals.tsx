'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { formatAmount } from '#lib/money';
import type { ArrivalsDto } from '#lib/orders/arrivals';

const LIST = '/admin/orders';

/** The number in front of the title of the tab, whatever page is opened meanwhile. */
function useTitleCount(count: number) {
  useEffect(() => {
    if (count === 0) return;
    const mark = () => {
      const bare = document.title.replace(/^\(\d+\) /, '');
      const marked = `(${count}) ${bare}`;
      if (document.title !== marked) document.title = marked;
    };
    mark();
    // A page that is opened brings its own title.
    const watch = new MutationObserver(mark);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      watch.disconnect();
      document.title = document.title.replace(/^\(\d+\) /, '');
    };
  }, [count]);
}

/**
 * Says what has come in, on every page of the desk. Rows do not jump into a table somebody is reading: "Show" brings
 * them. The dashboard, where nothing is aimed at, hears of it itself.
 */
export function Arrivals({
  orders,
  seen,
  locale,
}: {
  orders: ArrivalsDto['orders'];
  seen: () => void;
  locale: string;
}) {
  const router = useRouter();
  const path = usePathname();
  const count = orders.length;
  const [newest] = orders;
  useTitleCount(count);

  // Whoever opens the list sees them there.
  const before = useRef(path);
  const forget = useRef(seen);
  forget.current = seen;
  useEffect(() => {
    if (before.current !== path && path === LIST) forget.current();
    before.current = path;
  }, [path]);

  function show() {
    seen();
    if (path === LIST) {
      router.push(LIST);
      router.refresh();
    } else router.push(LIST);
  }

  return (
    <section className="arrivals no-print" aria-live="polite" aria-label="New orders" data-shown={count > 0}>
      {newest ? (
        <>
          <Icon name="receipt" />
          <p>
            <strong>{count === 1 ? '1 new order' : `${count} new orders`}</strong>
            <span className="sub">
              {newest.customer_name}, {formatAmount(newest.total, newest.currency, locale)}
              {count > 1 ? ' and more' : ''}
            </span>
          </p>
          <Button size="sm" variant="secondary" onClick={show}>
            Show
          </Button>
          <IconButton icon="close" label="Dismiss" size="sm" onClick={seen} />
        </>
      ) : null}
    </section>
  );
}
