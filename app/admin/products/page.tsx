import type { Metadata } from 'next';
import { filtersOf } from '#components/admin/export-link';
import { ImportLinks } from '#components/admin/imports/import-links';
import { ListPager } from '#components/admin/list-pager';
import { AddProduct } from '#components/admin/products/add-product';
import { ProductFilters } from '#components/admin/products/product-filters';
import { ProductsTable } from '#components/admin/products/products-table';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { listDeskProductsInput } from '#lib/catalog/input';
import { listDeskCategories, listDeskProducts } from '#lib/catalog/queries';
import { atPlace, staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Products' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProductsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const params = await searchParams;
  const parsed = listDeskProductsInput.safeParse(params);
  // A mistyped address shows the whole list and says so, rather than nothing.
  const filters = parsed.success ? parsed.data : {};
  const [{ shop }, found, { items: categories }] = await Promise.all([
    getSettings(ctx),
    atPlace(filters, (at) => listDeskProducts(ctx, at)),
    listDeskCategories(ctx),
  ]);
  const isFiltered = filtersOf(params).size > 0;
  const add = (
    <AddProduct
      shop={{ currency: shop.currency, categories: categories.map(({ id, name }) => ({ id, name })) }}
      category={categories.find(({ id, slug }) => id === filters.category || slug === filters.category)?.id}
    />
  );

  return (
    <>
      <PageHeader
        title="Products"
        count={figure(found.total, shop.locale)}
        actions={
          <>
            <ImportLinks kind="products" role={ctx.actor.role} />
            {add}
          </>
        }
      />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all products.</Notice>
      )}
      <ProductFilters filters={filters} isFiltered={isFiltered} categories={categories} />
      {found.items.length > 0 ? (
        <>
          <ProductsTable rows={found.items} sort={filters.sort ?? '-created_at'} locale={shop.locale} />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : isFiltered || found.page > 1 ? (
        <EmptyState
          title="No product matches"
          action={
            <ButtonLink variant="secondary" href="/admin/products">
              Show all products
            </ButtonLink>
          }
        >
          Try fewer filters, or a part of the name.
        </EmptyState>
      ) : (
        <EmptyState title="No products yet" action={add}>
          What you add here is in the shop at once.
        </EmptyState>
      )}
    </>
  );
}
