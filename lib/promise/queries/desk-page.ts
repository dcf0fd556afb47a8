import type { Page } from '#lib/paging';

/** A list that is short enough to come whole. */
export const wholeList = <T>(items: T[]): Page<T> => ({
  items,
  page: 1,
  limit: Math.max(1, items.length),
  total: items.length,
  pages: 1,
  total_exact: true,
  next_cursor: null,
});
