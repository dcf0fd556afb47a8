import { ListFilters } from '#components/admin/list-filters';
import { SelectField } from '#components/ui/field';
import { DELIVERY_STATUSES } from '#db/enums';
import type { ListDeliveries } from '#lib/webhooks/input';
import { DELIVERY_STATE, eventOptions } from './words.ts';

const statuses = [
  { value: '', label: 'Any state' },
  ...DELIVERY_STATUSES.map((value) => ({ value, label: DELIVERY_STATE[value].label })),
];

export function DeliveryFilters({ filters, isFiltered }: { filters: ListDeliveries; isFiltered: boolean }) {
  const { event, status } = filters;
  // Keyed by their value: a filter that changed by a link, or was cleared, must show in its field.
  return (
    <ListFilters label="Filter deliveries" isFiltered={isFiltered}>
      <SelectField
        hideLabel
        key={`e ${event}`}
        name="event"
        label="Event"
        defaultValue={event ?? ''}
        options={eventOptions}
      />
      <SelectField
        hideLabel
        key={`s ${status}`}
        name="status"
        label="State"
        defaultValue={status ?? ''}
        options={statuses}
      />
    </ListFilters>
  );
}
