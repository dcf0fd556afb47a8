'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type Choice, Combobox } from '#components/admin/combobox';
import { ListFilters } from '#components/admin/list-filters';
import { SelectField } from '#components/ui/field';
import { STOCK_REASONS } from '#db/enums';
import { findDeskProductsAction } from '#lib/catalog/actions';
import type { ListMovements } from '#lib/stock/input';
import { withParams } from '../address.ts';
import { settle } from '../use-action.ts';
import { STOCK_REASON } from './words.ts';

const reasons = [
  { value: '', label: 'Any reason' },
  ...STOCK_REASONS.map((value) => ({ value, label: STOCK_REASON[value] })),
];

async function find(q: string): Promise<Choice<string>[]> {
  const found = await settle(findDeskProductsAction({ q, limit: 8 }));
  return found.ok
    ? found.data.items.map(({ id, name, category }) => ({ id, label: name, note: category.name, value: id }))
    : [];
}

/** Which product and which reason. `product` is the name of the one that is chosen. */
export function MovementFilters({ filters, product }: { filters: ListMovements; product: string | null }) {
  const { product_id, variant_id, reason } = filters;
  const path = usePathname();
  const search = useSearchParams();
  const router = useRouter();
  return (
    <ListFilters label="Filter movements" isFiltered={Boolean(product_id || variant_id || reason)}>
      <div className="field" data-wide="true">
        <Combobox
          key={product_id}
          label={product === null ? 'Product' : `Product: ${product}`}
          placeholder="Name or SKU"
          search={find}
          none="No product of that name."
          onChoose={(id) => router.replace(withParams(path, search, { product_id: id, variant_id: null }))}
        />
      </div>
      <SelectField label="Reason" key={`r ${reason}`} name="reason" defaultValue={reason ?? ''} options={reasons} />
      {product_id ? <input type="hidden" name="product_id" value={product_id} /> : null}
      {variant_id ? <input type="hidden" name="variant_id" value={variant_id} /> : null}
    </ListFilters>
  );
}
