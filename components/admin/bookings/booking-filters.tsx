import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
import { TextField } from '#components/ui/field';
import { BOOKING_STATUSES } from '#db/enums';
import type { ListBookings } from '#lib/events/booking-input';
import { OPEN_BOOKINGS } from '#lib/events/booking-rules';
import { BOOKING_STATUS, bookingStatusLabel } from './words.ts';

const statuses = [
  { value: '', label: 'Any status' },
  { value: OPEN_BOOKINGS.join(','), label: 'Open' },
  ...BOOKING_STATUSES.map((value) => ({ value, label: BOOKING_STATUS[value].label })),
];

export function BookingFilters({
  filters: { q, status, from, to, package_id, customer_id },
  packages,
}: {
  filters: ListBookings;
  packages: readonly { id: string; name: string }[];
}) {
  const word = status?.join(',') ?? '';
  const isKnown = statuses.some(({ value }) => value === word);
  const isFiltered = Boolean(q || status || from || to || package_id || customer_id);
  return (
    <ListFilters label="Filter bookings" isFiltered={isFiltered}>
      <SearchFilter
        label="Search by number, phone or name"
        placeholder="Number, phone, name"
        query={q}
        isFiltered={isFiltered}
      />
      <FilterSelect
        name="status"
        label="Status"
        value={word}
        options={
          isKnown ? statuses : [...statuses, { value: word, label: word.split(',').map(bookingStatusLabel).join(', ') }]
        }
      />
      <FilterSelect
        name="package_id"
        label="Package"
        value={package_id ?? ''}
        options={[
          { value: '', label: 'Any package' },
          ...packages.map(({ id: value, name: label }) => ({ value, label })),
        ]}
      />
      <TextField
        key={`f ${from}`}
        name="from"
        type="date"
        hideLabel
        label="Event from"
        start="From"
        defaultValue={from}
        max={to}
      />
      <TextField
        key={`t ${to}`}
        name="to"
        type="date"
        hideLabel
        label="Event until"
        start="Until"
        defaultValue={to}
        min={from}
      />
      {customer_id ? <input type="hidden" name="customer_id" value={customer_id} /> : null}
    </ListFilters>
  );
}
