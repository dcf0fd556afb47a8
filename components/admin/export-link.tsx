import { ButtonLink } from '#components/ui/button';
import { toSearch, withParams } from './address.ts';

const NOT_A_FILTER = ['page', 'sort', 'limit', 'cursor'];

/** What of a list's address chooses rows, rather than how they are shown. */
export function filtersOf(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const search = toSearch(params);
  for (const key of NOT_A_FILTER) search.delete(key);
  return search;
}

/** A download of everything a list shows, over all its pages: `path` answers CSV and takes the same filters. */
export function ExportLink({ path, filters }: { path: string; filters: URLSearchParams }) {
  return (
    <ButtonLink variant="secondary" icon="download" href={withParams(path, filters, {})} download="">
      Export CSV
    </ButtonLink>
  );
}
