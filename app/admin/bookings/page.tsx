import type { Metadata } from 'next';
import { BookingFilters } from '#components/admin/bookings/booking-filters';
import { BookingsTable } from '#components/admin/bookings/bookings-table';
import { filtersOf } from '#components/admin/export-link';
import { ListPager } from '#components/admin/list-pager';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { listBookingsInput } from '#lib/events/booking-input';
import { listPackages } from '#lib/events/queries';
import { listBookings } from '#lib/events/queries/bookings';
import { atPlace, staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Bookings' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BookingsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const params = await searchParams;
  const parsed = listBookingsInput.safeParse(params);
  // A mistyped address shows the whole list and says so, rather than nothing.
  const filters = parsed.success ? parsed.data : listBookingsInput.parse({});
  const [{ shop }, { items: packages }, found] = await Promise.all([
    getSettings(ctx),
    listPackages(ctx),
    atPlace(filters, (at) => listBookings(ctx, at)),
  ]);
  const isFiltered = filtersOf(params).size > 0;

  return (
    <>
      <PageHeader
        title="Bookings"
        count={figure(found.total, shop.locale)}
        actions={
          <ButtonLink icon="plus" href="/admin/bookings/new">
            New booking
          </ButtonLink>
        }
      />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all bookings.</Notice>
      )}
      <BookingFilters filters={filters} packages={packages} />
      {found.items.length > 0 ? (
        <>
          <BookingsTable
            rows={found.items}
            sort={filters.sort ?? '-created_at'}
            shop={{ locale: shop.locale, timeZone: shop.time_zone }}
          />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : isFiltered ? (
        <EmptyState
          title="No booking matches"
          action={
            <ButtonLink variant="secondary" href="/admin/bookings">
              Show all bookings
            </ButtonLink>
          }
        >
          Try fewer filters, or a part of the name.
        </EmptyState>
      ) : (
        <EmptyState
          title="No bookings yet"
          action={<ButtonLink href="/admin/bookings/new">Note one from the phone</ButtonLink>}
        >
          What clients ask for in the shop appears here.
        </EmptyState>
      )}
    </>
  );
}
