'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Pager } from '#components/ui/pager';
import { withParams } from './address.ts';

/**
 * Page links of a list whose state is the address, with how many there are in all. A list too long to be counted goes on
 * from the row it ended with: its pages have numbers, but nobody counts up to them.
 */
export function ListPager({
  page,
  pages,
  total,
  isExact = true,
  limit,
  next_cursor: cursor,
}: {
  page: number;
  pages: number;
  total: number;
  isExact?: boolean;
  limit: number;
  next_cursor: string | null;
}) {
  const path = usePathname();
  const search = useSearchParams();
  const first = (page - 1) * limit + 1;
  return (
    <div className="list-foot no-print">
      <p className="text-ink-soft">
        {total === 0 ? '' : `${first}–${Math.min(page * limit, total)} of ${isExact ? '' : 'about '}${total}`}
      </p>
      <Pager
        page={page}
        pages={isExact ? pages : cursor ? page + 1 : page}
        isOpen={!isExact && cursor !== null}
        href={(to) => {
          const goesOn = !isExact && to > page;
          return withParams(path, search, { page: to === 1 ? null : String(to), cursor: goesOn ? cursor : null });
        }}
      />
    </div>
  );
}
