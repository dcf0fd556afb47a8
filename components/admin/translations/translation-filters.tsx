import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
import type { ListTranslatables } from '#lib/content/translation-input';
import { TRANSLATION_STATES } from '#lib/content/translation-rules';
import { KIND, STATE } from './words.ts';

const states = [
  { value: '', label: 'Any state' },
  ...TRANSLATION_STATES.map((value) => ({ value, label: STATE[value] })),
];

export function TranslationFilters({ filters, isFiltered }: { filters: ListTranslatables; isFiltered: boolean }) {
  const { kind, q, state, language } = filters;
  return (
    <ListFilters label="Filter translations" isFiltered={isFiltered}>
      <SearchFilter
        label={`Search ${KIND[kind].many.toLowerCase()} by name`}
        placeholder="Part of a name"
        query={q}
        isFiltered={isFiltered}
      />
      <FilterSelect name="state" label="State" value={state ?? ''} options={states} />
      {language ? <input type="hidden" name="language" value={language} /> : null}
    </ListFilters>
  );
}
