import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
import type { ListDeskProducts } from '#lib/catalog/input';
import type { DeskCategory } from '#lib/catalog/output';

const states = [
  { value: '', label: 'Any state' },
  { value: 'active', label: 'On sale' },
  { value: 'hidden', label: 'Hidden' },
  { value: 'archived', label: 'Archived' },
];
const stocks = [
  { value: '', label: 'Any stock' },
  { value: 'true', label: 'Low stock' },
];
const shelves = [
  { value: '', label: 'Featured: any' },
  { value: 'true', label: 'Featured' },
  { value: 'false', label: 'Not featured' },
];

const flagWord = (flag: boolean | undefined) => (flag === undefined ? '' : String(flag));

export function ProductFilters({
  filters,
  isFiltered,
  categories,
}: {
  filters: ListDeskProducts;
  isFiltered: boolean;
  categories: Pick<DeskCategory, 'id' | 'slug' | 'name'>[];
}) {
  const { q, category, state, low_stock, featured } = filters;
  const chosen = categories.find(({ id, slug }) => id === category || slug === category)?.id ?? category ?? '';
  return (
    <ListFilters label="Filter products" isFiltered={isFiltered}>
      <SearchFilter label="Search by name or SKU" placeholder="Name or SKU" query={q} isFiltered={isFiltered} />
      <FilterSelect
        name="category"
        label="Category"
        value={chosen}
        options={[
          { value: '', label: 'Any category' },
          ...categories.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <FilterSelect name="state" label="State" value={state ?? ''} options={states} />
      <FilterSelect name="low_stock" label="Stock" value={low_stock ? 'true' : ''} options={stocks} />
      <FilterSelect name="featured" label="Featured" value={flagWord(featured)} options={shelves} />
    </ListFilters>
  );
}
