import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { kindOf, Slips } from '#components/admin/orders/slips';
import { EmptyState } from '#components/ui/empty-state';
import { staffPage } from '#lib/http/page';
import { dayParam, daySheetQuery } from '#lib/orders/day-input';
import { isPacked } from '#lib/orders/day-rules';
import { listDayOrders } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { formatDay } from '#lib/time';
import { toSearch, withParams } from '../../../../../components/admin/address.ts';

export const metadata: Metadata = { title: 'Slips of the day' };

type Props = {
  params: Promise<{ date: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Every slip or label of a day in one go. */
export default async function DaySlipsPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const [asked, search] = [dayParam.safeParse(await params), await searchParams];
  if (!asked.success) notFound();
  const { date } = asked.data;
  const location = daySheetQuery.safeParse({ location_id: search.location }).data?.location_id;
  const [{ shop }, all] = await Promise.all([getSettings(ctx), listDayOrders(ctx, { date, location_id: location })]);
  const isOpenOnly = search.only === 'unpacked';
  const orders = isOpenOnly ? all.filter(({ status }) => !isPacked(status)) : all;
  const path = `/admin/day/${date}/slips`;
  const query = toSearch(search).toString();
  const choose = (only: string | null) => withParams(path, query, { only });
  return (
    <Slips
      orders={orders}
      shop={shop}
      path={path}
      query={query}
      search={search}
      title="Print slips"
      crumbs={[
        {
          label: formatDay(date, shop.locale),
          href: withParams(`/admin/day/${date}`, '', { location: location ?? null }),
        },
        { label: 'Print slips' },
      ]}
      choices={[
        {
          label: 'Which orders',
          options: [
            { href: choose(null), label: 'All orders', current: !isOpenOnly },
            { href: choose('unpacked'), label: 'Not packed yet', current: isOpenOnly },
          ],
        },
      ]}
      none={
        <EmptyState title={kindOf(search) === 'gift' ? 'No gift on this day' : 'Nothing to print'}>
          {isOpenOnly ? 'Every order of this day is packed.' : 'There is no order of this kind.'}
        </EmptyState>
      }
    />
  );
}
