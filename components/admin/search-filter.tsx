import { TextField } from '#components/ui/field';
import { Icon } from '#components/ui/icons';

/** The search field of a desk list, inside `ListFilters`. Made anew when the filters are cleared. */
export function SearchFilter({
  label,
  placeholder,
  query,
  isFiltered,
}: {
  label: string;
  placeholder: string;
  query: string | undefined;
  isFiltered: boolean;
}) {
  return (
    <TextField
      wide
      hideLabel
      key={`q ${isFiltered}`}
      name="q"
      type="search"
      label={label}
      placeholder={placeholder}
      start={<Icon name="search" size={16} />}
      defaultValue={query}
      autoComplete="off"
    />
  );
}
