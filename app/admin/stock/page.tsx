import type { Metadata } from 'next';
import { ListPager } from '#components/admin/list-pager';
import { MovementFilters } from '#components/admin/products/movement-filters';
import { MovementsTable } from '#components/admin/products/movements-table';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { getDeskProduct } from '#lib/catalog/queries';
import { atPlace, staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { listMovementsInput } from '#lib/stock/input';
import { listMovements } from '#lib/stock/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Stock movements' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StockPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const parsed = listMovementsInput.safeParse(await searchParams);
  const filters = parsed.success ? parsed.data : listMovementsInput.parse({});
  const [{ shop }, found, product] = await Promise.all([
    getSettings(ctx),
    atPlace(filters, (at) => listMovements(ctx, at)),
    filters.product_id === undefined ? null : getDeskProduct(ctx, filters.product_id),
  ]);
  const isFiltered = Boolean(filters.product_id || filters.variant_id || filters.reason);

  return (
    <>
      <PageHeader title="Stock movements" count={figure(found.total, shop.locale)} />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all movements.</Notice>
      )}
      <MovementFilters filters={filters} product={product?.name ?? null} />
      {found.items.length > 0 ? (
        <>
          <MovementsTable rows={found.items} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : isFiltered ? (
        <EmptyState
          title="No movement matches"
          action={
            <ButtonLink variant="secondary" href="/admin/stock">
              Show all movements
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          title="Nothing has moved yet"
          action={<ButtonLink href="/admin/products">To the products</ButtonLink>}
        >
          Every sale, delivery and count is listed here.
        </EmptyState>
      )}
    </>
  );
}
