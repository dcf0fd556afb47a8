'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Button, IconButton } from '#components/ui/button';
import { Icon } from '#components/ui/icons';
import { countOf, type News, newsWords } from './news.ts';

const LISTS = ['/admin/orders', '/admin/bookings', '/admin/chat'] as const;
const ICON = { '/admin/orders': 'receipt', '/admin/bookings': 'calendar', '/admin/chat': 'chat' } as const;

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
export function Arrivals({ news, seen }: { news: readonly News[]; seen: (list: News['list'] | null) => void }) {
  const router = useRouter();
  const path = usePathname();
  const [newest] = news;
  useTitleCount(news.length);

  // Whoever opens the list sees them there.
  const before = useRef(path);
  useEffect(() => {
    const list = LISTS.find((one) => one === path);
    if (before.current !== path && list) seen(list);
    before.current = path;
  }, [path, seen]);

  function show({ list, at }: News) {
    seen(list);
    router.push(at !== null && countOf(news, list) === 1 ? at : list);
    if (path === list) router.refresh();
  }

  return (
    <section className="arrivals no-print" aria-live="polite" aria-label="New at the desk" data-shown={news.length > 0}>
      {newest ? (
        <>
          <Icon name={ICON[newest.list]} />
          <p>
            <strong>{newsWords(news)}</strong>
            {newest.words ? (
              <span className="sub">
                {newest.words}
                {news.length > 1 ? ' and more' : ''}
              </span>
            ) : null}
          </p>
          <Button size="sm" variant="secondary" onClick={() => show(newest)}>
            Show
          </Button>
          <IconButton icon="close" label="Dismiss" size="sm" onClick={() => seen(null)} />
        </>
      ) : null}
    </section>
  );
}
