'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Link } from '#components/ui/link';
import { Money } from '#components/ui/money';
import type { DeskProductCard } from '#lib/catalog/output';
import { ProductMenu } from './product-menu.tsx';
import { ProductState } from './product-state.tsx';
import { StockCell } from './stock-cell.tsx';
import { Thumb } from './thumb.tsx';

const column = columnsOf<DeskProductCard>();

const kinds = (product: DeskProductCard) => product.variants.filter(({ archived_at }) => archived_at === null);

function subOf(product: DeskProductCard): string {
  const sold = kinds(product);
  return sold.length > 1 ? `${sold.length} variants` : (sold[0]?.sku ?? '');
}

const columnsIn = (locale: string) =>
  column.columns([
    column.accessor('name', {
      header: 'Product',
      meta: { card: 1, sort: 'name' },
      cell: ({ row: { original: product } }) => (
        <span className="lead-cell thumb-cell">
          <Thumb image={product.images[0]} />
          <span>
            <Link className="row-link" href={`/admin/products/${product.id}`}>
              {product.name}
            </Link>
            <span className="sub">{subOf(product)}</span>
          </span>
        </span>
      ),
    }),
    column.accessor('category', {
      header: 'Category',
      meta: { card: 3 },
      cell: ({ getValue }) => getValue().name,
    }),
    column.accessor('active', {
      header: 'State',
      meta: { card: 5 },
      cell: ({ row: { original: product } }) => <ProductState product={product} />,
    }),
    column.accessor('price', {
      header: 'Price',
      meta: { num: true, sort: 'price', card: 2 },
      cell: ({ row: { original: product } }) => (
        <>
          {new Set(kinds(product).map(({ price }) => price)).size > 1 ? (
            <span className="text-ink-soft">from </span>
          ) : null}
          <Money
            amount={Math.min(...kinds(product).map(({ price }) => price), product.price)}
            currency={product.currency}
            locale={locale}
          />
        </>
      ),
    }),
    column.accessor('stock_quantity', {
      header: 'Stock',
      meta: { num: true, sort: 'stock', card: 4 },
      cell: ({ row: { original: product } }) => <StockCell product={product} />,
    }),
    column.display({
      id: 'act',
      header: () => <span className="visually-hidden">Actions</span>,
      meta: { act: true },
      cell: ({ row: { original: product } }) => <ProductMenu product={product} />,
    }),
  ]);

export function ProductsTable({ rows, sort, locale }: { rows: DeskProductCard[]; sort: string; locale: string }) {
  return <DataTable caption="Products" rows={rows} columns={columnsIn(locale)} sort={sort} />;
}
