import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { DELIVERY_STATUSES } from '#db/enums';
import type { ListDeliveries } from '#lib/webhooks/input';
import { DELIVERY_STATE, eventOptions } from './words.ts';

const statuses = [
  { value: '', label: 'Any state' },
  ...DELIVERY_STATUSES.map((value) => ({ value, label: DELIVERY_STATE[value].label })),
];

export function DeliveryFilters({ filters, isFiltered }: { filters: ListDeliveries; isFiltered: boolean }) {
  const { event, status } = filters;
  return (
    <ListFilters label="Filter deliveries" isFiltered={isFiltered}>
      <FilterSelect name="event" label="Event" value={event ?? ''} options={eventOptions} />
      <FilterSelect name="status" label="State" value={status ?? ''} options={statuses} />
    </ListFilters>
  );
}
