import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
import { SelectField } from '#components/ui/field';
import { CUSTOMER_FLAGS } from '#db/enums';
import type { ListCustomers } from '#lib/customers/input';
import { CUSTOMER_FLAG } from './words.ts';

const flags = [
  { value: '', label: 'Any flag' },
  ...CUSTOMER_FLAGS.map((value) => ({ value, label: CUSTOMER_FLAG[value].label })),
];
const states = [
  { value: '', label: 'On file' },
  { value: 'true', label: 'Archived' },
];

export function CustomerFilters({ filters, isFiltered }: { filters: ListCustomers; isFiltered: boolean }) {
  const { q, flag, archived } = filters;
  // Keyed by their value: a filter that changed by a link, or was cleared, must show in its field.
  return (
    <ListFilters label="Filter customers" isFiltered={isFiltered}>
      <SearchFilter
        label="Search by name, phone or e-mail"
        placeholder="Name, phone or e-mail"
        query={q}
        isFiltered={isFiltered}
      />
      <SelectField hideLabel key={`f ${flag}`} name="flag" label="Flag" defaultValue={flag ?? ''} options={flags} />
      <FilterSelect name="archived" label="State" value={archived ? 'true' : ''} options={states} />
    </ListFilters>
  );
}
