'use client';

import { Panel } from '#components/admin/shell/stat-tile';
import { Money } from '#components/ui/money';
import { Table, Td, Th } from '#components/ui/table';
import type { DeskProduct } from '#lib/catalog/output';
import { unitPriceWords } from '../../shop/catalog/words.ts';
import { StockCell } from './stock-cell.tsx';
import { NET_UNIT } from './words.ts';

/** What a product is sold as, with its stock one press away. */
export function VariantsPanel({ product, locale }: { product: DeskProduct; locale: string }) {
  const sold = product.variants.filter(({ archived_at }) => archived_at === null);
  return (
    <Panel title={sold.length > 1 ? 'Variants and stock' : 'Price and stock'}>
      <Table caption="Variants" stack>
        <thead>
          <tr>
            <Th>Variant</Th>
            <Th>Net</Th>
            <Th num>Price</Th>
            <Th num>Warn at</Th>
            <Th num>Stock</Th>
          </tr>
        </thead>
        <tbody>
          {sold.map((variant) => (
            <tr key={variant.id}>
              <Td>
                <span className="lead-cell">
                  <strong>{variant.title || product.name}</strong>
                  {variant.sku ? <span className="sub">{variant.sku}</span> : null}
                </span>
              </Td>
              <Td label="Net">
                {variant.net_quantity === null || variant.net_unit === null
                  ? '–'
                  : `${variant.net_quantity} ${NET_UNIT[variant.net_unit]}`}
              </Td>
              <Td num label="Price">
                <span>
                  <Money amount={variant.price} currency={product.currency} locale={locale} />
                  {variant.unit_price ? (
                    <span className="sub">{unitPriceWords(variant.unit_price, product.currency, locale, 'piece')}</span>
                  ) : null}
                </span>
              </Td>
              <Td num label="Warn at">
                {variant.stock_mode === 'tracked' ? (variant.low_stock_threshold ?? '–') : '–'}
              </Td>
              <Td num label="Stock">
                <StockCell
                  product={{
                    id: product.id,
                    name: product.name,
                    archived_at: product.archived_at,
                    variants: [variant],
                  }}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
