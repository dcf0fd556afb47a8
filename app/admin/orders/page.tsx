import type { Metadata } from 'next';
import { ExportLink, filtersOf } from '#components/admin/export-link';
import { ListPager } from '#components/admin/list-pager';
import { OrderFilters } from '#components/admin/orders/order-filters';
import { OrdersTable } from '#components/admin/orders/orders-table';
import { Kbd, PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { atPlace, staffPage } from '#lib/http/page';
import { listOrdersInput } from '#lib/orders/input';
import { listOrders } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Orders' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OrdersPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const params = await searchParams;
  const parsed = listOrdersInput.safeParse(params);
  // A mistyped address shows the whole list and says so, rather than nothing.
  const filters = parsed.success ? parsed.data : listOrdersInput.parse({});
  const [{ shop }, found] = await Promise.all([getSettings(ctx), atPlace(filters, (at) => listOrders(ctx, at))]);
  const chosen = filtersOf(params);
  const isFiltered = chosen.size > 0;

  return (
    <>
      <PageHeader
        title="Orders"
        count={figure(found.total, shop.locale)}
        actions={
          <>
            {found.total > 0 ? <ExportLink path="/api/admin/orders/export" filters={chosen} /> : null}
            <ButtonLink icon="plus" href="/admin/orders/new">
              New order <Kbd quiet>n</Kbd>
            </ButtonLink>
          </>
        }
      />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all orders.</Notice>
      )}
      <OrderFilters filters={filters} />
      {found.items.length > 0 ? (
        <>
          <OrdersTable
            rows={found.items}
            sort={filters.sort ?? '-placed_at'}
            shop={{ locale: shop.locale, timeZone: shop.time_zone }}
            role={ctx.actor.role}
          />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : found.total > 0 ? (
        <EmptyState
          title="The list ends before this page"
          action={
            <ButtonLink variant="secondary" href={`/admin/orders?${chosen}`}>
              To its first page
            </ButtonLink>
          }
        >
          Orders may have moved on since the link was made.
        </EmptyState>
      ) : isFiltered ? (
        <EmptyState
          title="No order matches"
          action={
            <ButtonLink variant="secondary" href="/admin/orders">
              Show all orders
            </ButtonLink>
          }
        >
          Try fewer filters, or a part of the name.
        </EmptyState>
      ) : (
        <EmptyState title="No orders yet" action={<ButtonLink href="/admin/orders/new">Take one by phone</ButtonLink>}>
          Orders from the shop appear here as they come in.
        </EmptyState>
      )}
    </>
  );
}
