import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import type { ListJobs } from '#lib/jobs/input';
import { QUEUES } from '#lib/jobs/table';
import { QUEUE, STATE_FILTER } from './words.ts';

const queues = [{ value: '', label: 'Any queue' }, ...QUEUES.map((value) => ({ value, label: QUEUE[value] }))];

export function JobFilters({ filters, isFiltered }: { filters: ListJobs; isFiltered: boolean }) {
  const { queue, state } = filters;
  return (
    <ListFilters label="Filter work" isFiltered={isFiltered}>
      <FilterSelect name="queue" label="Queue" value={queue ?? ''} options={queues} />
      <FilterSelect
        name="state"
        label="State"
        value={state === undefined || state === 'open' ? '' : state}
        options={STATE_FILTER}
      />
    </ListFilters>
  );
}
