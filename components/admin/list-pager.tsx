'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { Pager } from '#components/ui/pager';
import { withParams } from './address.ts';

/** Page links of a list whose state is the address, with how many there are in all. */
export function ListPager({
  page,
  pages,
  total,
  isExact = true,
  limit,
}: {
  page: number;
  pages: number;
  total: number;
  isExact?: boolean;
  limit: number;
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
        pages={pages}
        href={(to) => withParams(path, search, { page: to === 1 ? null : String(to) })}
      />
    </div>
  );
}
