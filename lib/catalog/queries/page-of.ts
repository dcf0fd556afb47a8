import 'server-only';
import type { Total } from '#lib/count';
import type { Page } from '#lib/paging';

export const toPage = <T>(
  items: T[],
  page: number,
  limit: number,
  total: Total,
  nextCursor: string | null,
): Page<T> => ({
  items,
  page,
  limit,
  ...total,
  pages: Math.ceil(total.total / limit),
  next_cursor: nextCursor,
});
