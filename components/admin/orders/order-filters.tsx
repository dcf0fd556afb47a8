import { FilterSelect } from '#components/admin/filter-select';
import { ListFilters } from '#components/admin/list-filters';
import { SearchFilter } from '#components/admin/search-filter';
import { TextField } from '#components/ui/field';
import { DELIVERY_TYPES, ORDER_STATUSES, PAYMENT_STATUSES } from '#db/enums';
import type { ListOrders } from '#lib/orders/input';
import { DELIVERY_TYPE, ORDER_STATUS, PAYMENT_STATUS } from './words.ts';

const OPEN_PAYMENTS = 'unpaid,submitted,partially_paid';

const statuses = [
  { value: '', label: 'Any status' },
  { value: 'ordered', label: 'Open' },
  ...ORDER_STATUSES.map((value) => ({ value, label: ORDER_STATUS[value].label })),
];
const payments = [
  { value: '', label: 'Any payment' },
  { value: OPEN_PAYMENTS, label: 'Payment pending' },
  ...PAYMENT_STATUSES.map((value) => ({ value, label: PAYMENT_STATUS[value].label })),
];
const deliveries = [
  { value: '', label: 'Any hand-over' },
  ...DELIVERY_TYPES.map((value) => ({ value, label: DELIVERY_TYPE[value] })),
];

/** Several words that no entry of the list stands for are kept as an entry of their own. */
function withOwn(options: { value: string; label: string }[], value: string, labelOf: (word: string) => string) {
  if (options.some((option) => option.value === value)) return options;
  return [...options, { value, label: value.split(',').map(labelOf).join(', ') }];
}

export function OrderFilters({ filters }: { filters: ListOrders }) {
  const {
    q,
    status,
    payment_status: payment,
    delivery_type: delivery,
    from,
    to,
    slot_id,
    customer_id,
    product_id,
  } = filters;
  const [statusWord, paymentWord] = [status?.join(',') ?? '', payment?.join(',') ?? ''];
  const isFiltered = Boolean(q || status || payment || delivery || from || to || slot_id || customer_id || product_id);
  // Keyed by their value: a filter that changed by a link, or was cleared, must show in its field.
  return (
    <ListFilters label="Filter orders" isFiltered={isFiltered}>
      <SearchFilter
        label="Search by number, phone or name"
        placeholder="Number, phone, name"
        query={q}
        isFiltered={isFiltered}
      />
      <FilterSelect
        name="status"
        label="Status"
        value={statusWord}
        options={withOwn(statuses, statusWord, (word) => statuses.find(({ value }) => value === word)?.label ?? word)}
      />
      <FilterSelect
        name="payment_status"
        label="Payment"
        value={paymentWord}
        options={withOwn(payments, paymentWord, (word) => payments.find(({ value }) => value === word)?.label ?? word)}
      />
      <FilterSelect name="delivery_type" label="Hand-over" value={delivery ?? ''} options={deliveries} />
      <TextField
        key={`f ${from}`}
        name="from"
        type="date"
        hideLabel
        label="Placed from"
        start="From"
        defaultValue={from}
        max={to}
      />
      <TextField
        key={`t ${to}`}
        name="to"
        type="date"
        hideLabel
        label="Placed until"
        start="Until"
        defaultValue={to}
        min={from}
      />
      {slot_id ? <input type="hidden" name="slot_id" value={slot_id} /> : null}
      {customer_id ? <input type="hidden" name="customer_id" value={customer_id} /> : null}
      {product_id ? <input type="hidden" name="product_id" value={product_id} /> : null}
    </ListFilters>
  );
}
