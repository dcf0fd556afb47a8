type Params = Record<string, string | string[] | undefined>;

/** What `searchParams` of a page holds, as one query string; blank values are left out. */
export function toSearch(params: Params): URLSearchParams {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) search.append(key, one);
  }
  return search;
}

/** The address of a list with some of its filters changed; a blank value takes the filter away. Starts at page 1. */
export function withParams(
  path: string,
  current: URLSearchParams | string,
  changes: Record<string, string | null>,
): string {
  const next = new URLSearchParams(current);
  if (!('page' in changes)) next.delete('page');
  // A place in the list as it was is none in the list as it will be.
  if (!('cursor' in changes)) next.delete('cursor');
  for (const [key, value] of Object.entries(changes)) {
    if (value) next.set(key, value);
    else next.delete(key);
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}
