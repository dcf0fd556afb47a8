import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
import { SelectField } from '#components/ui/field';
import { NOTICE_CHANNELS, NOTICE_STATUSES } from '#db/enums';
import type { ListOutbox } from '#lib/notices/input';
import { NOTICE_CHANNEL, NOTICE_STATUS } from './words.ts';

const channels = [
  { value: '', label: 'Mail and SMS' },
  ...NOTICE_CHANNELS.map((value) => ({ value, label: NOTICE_CHANNEL[value] })),
];
const statuses = [
  { value: '', label: 'Any state' },
  ...NOTICE_STATUSES.map((value) => ({ value, label: NOTICE_STATUS[value].label })),
];

export function OutboxFilters({ filters, isFiltered }: { filters: ListOutbox; isFiltered: boolean }) {
  const { q, channel, status, order_id } = filters;
  // Keyed by their value: a filter that changed by a link, or was cleared, must show in its field.
  return (
    <ListFilters label="Filter messages" isFiltered={isFiltered}>
      <SearchFilter
        label="Search by recipient, subject or order number"
        placeholder="Recipient, subject or order number"
        query={q}
        isFiltered={isFiltered}
      />
      <SelectField
        hideLabel
        key={`c ${channel}`}
        name="channel"
        label="Way"
        defaultValue={channel ?? ''}
        options={channels}
      />
      <SelectField
        hideLabel
        key={`s ${status}`}
        name="status"
        label="State"
        defaultValue={status ?? ''}
        options={statuses}
      />
      {order_id ? <input type="hidden" name="order_id" value={order_id} /> : null}
    </ListFilters>
  );
}
