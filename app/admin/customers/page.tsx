import type { Metadata } from 'next';
import { AddCustomer } from '#components/admin/customers/add-customer';
import { CustomerFilters } from '#components/admin/customers/customer-filters';
import { CustomersTable } from '#components/admin/customers/customers-table';
import { filtersOf } from '#components/admin/export-link';
import { ImportLinks } from '#components/admin/imports/import-links';
import { ListPager } from '#components/admin/list-pager';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { listCustomersInput } from '#lib/customers/input';
import { listCustomers } from '#lib/customers/queries';
import { atPlace, staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Customers' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CustomersPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const params = await searchParams;
  const parsed = listCustomersInput.safeParse(params);
  const filters = parsed.success ? parsed.data : listCustomersInput.parse({});
  const [{ shop }, found] = await Promise.all([getSettings(ctx), atPlace(filters, (at) => listCustomers(ctx, at))]);
  const isFiltered = filtersOf(params).size > 0;

  return (
    <>
      <PageHeader
        title="Customers"
        count={figure(found.total, shop.locale)}
        actions={
          <>
            <ImportLinks kind="customers" role={ctx.actor.role} />
            <AddCustomer />
          </>
        }
      />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all customers.</Notice>
      )}
      <CustomerFilters filters={filters} isFiltered={isFiltered} />
      {found.items.length > 0 ? (
        <>
          <CustomersTable
            rows={found.items}
            shop={{ locale: shop.locale, timeZone: shop.time_zone, currency: shop.currency }}
          />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : isFiltered || filters.page > 1 ? (
        <EmptyState
          title="Nobody matches"
          action={
            <ButtonLink variant="secondary" href="/admin/customers">
              Show all customers
            </ButtonLink>
          }
        >
          Try a part of the name, of the phone number or of the e-mail address.
        </EmptyState>
      ) : (
        <EmptyState title="Nobody is on file yet" action={<AddCustomer />}>
          Whoever orders appears here by themselves.
        </EmptyState>
      )}
    </>
  );
}
