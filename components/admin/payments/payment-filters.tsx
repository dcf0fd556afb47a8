import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
import { SelectField } from '#components/ui/field';
import type { ListPayments } from '#lib/orders/payment-input';

const statuses = [
  { value: '', label: 'To check' },
  { value: 'confirmed', label: 'Confirmed' },
  { value: 'rejected', label: 'Rejected' },
];

export function PaymentFilters({ q, status }: Pick<ListPayments, 'q' | 'status'>) {
  const word = status === 'submitted' ? '' : status;
  const isFiltered = Boolean(q || word);
  return (
    <ListFilters label="Filter payments" isFiltered={isFiltered}>
      <SearchFilter
        label="Search by order number, also in a line of a bank statement"
        placeholder="Number, or a line of the bank statement"
        query={q}
        isFiltered={isFiltered}
      />
      <SelectField hideLabel key={`s ${word}`} name="status" label="Status" defaultValue={word} options={statuses} />
    </ListFilters>
  );
}
