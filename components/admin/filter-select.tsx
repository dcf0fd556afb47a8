import { SelectField } from '#components/ui/field';

/** One choice of a list's filters; keyed by its value, so that a filter set by a link, or cleared, shows in its field. */
export const FilterSelect = ({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
}) => <SelectField hideLabel key={value} name={name} label={label} defaultValue={value} options={options} />;
