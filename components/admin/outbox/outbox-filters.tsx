import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
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
  return (
    <ListFilters label="Filter messages" isFiltered={isFiltered}>
      <SearchFilter
        label="Search by recipient, subject or order number"
        placeholder="Recipient, subject or order number"
        query={q}
        isFiltered={isFiltered}
      />
      <FilterSelect name="channel" label="Way" value={channel ?? ''} options={channels} />
      <FilterSelect name="status" label="State" value={status ?? ''} options={statuses} />
      {order_id ? <input type="hidden" name="order_id" value={order_id} /> : null}
    </ListFilters>
  );
}
