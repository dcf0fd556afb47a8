import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { TextField } from '#components/ui/field';
import { ACTOR_KINDS } from '#db/enums';
import type { ListAudit } from '#lib/audit/input';
import { ACTOR_KIND, ENTITY } from './words.ts';

const actors = [
  { value: '', label: 'By anybody' },
  ...ACTOR_KINDS.map((value) => ({ value, label: `By ${ACTOR_KIND[value].toLowerCase()}` })),
];
const entities = [
  { value: '', label: 'Anything' },
  ...Object.entries(ENTITY).map(([value, label]) => ({ value, label })),
];

export function AuditFilters({ filters, isFiltered }: { filters: ListAudit; isFiltered: boolean }) {
  const { entity, actor_kind, from, to, entity_id, actor_id } = filters;
  // Keyed by their value: a filter that changed by a link, or was cleared, must show in its field.
  return (
    <ListFilters label="Filter changes" isFiltered={isFiltered}>
      <FilterSelect name="entity" label="What" value={entity ?? ''} options={entities} />
      <FilterSelect name="actor_kind" label="Who" value={actor_kind ?? ''} options={actors} />
      <TextField
        hideLabel
        key={`f ${from}`}
        name="from"
        type="date"
        label="Changed from"
        start="From"
        defaultValue={from ?? ''}
      />
      <TextField
        hideLabel
        key={`t ${to}`}
        name="to"
        type="date"
        label="Changed until"
        start="Until"
        defaultValue={to ?? ''}
      />
      {entity_id ? <input type="hidden" name="entity_id" value={entity_id} /> : null}
      {actor_id ? <input type="hidden" name="actor_id" value={actor_id} /> : null}
    </ListFilters>
  );
}
