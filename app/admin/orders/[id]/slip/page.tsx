import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Slips } from '#components/admin/orders/slips';
import { staffPage } from '#lib/http/page';
import { getOrder } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { toSearch } from '../../../../../components/admin/address.ts';

export const metadata: Metadata = { title: 'Slip' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SlipPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const [{ id }, search] = [await params, await searchParams];
  const [{ shop }, order] = await Promise.all([getSettings(ctx), getOrder(ctx, { id })]);
  if (!order) notFound();
  return (
    <Slips
      orders={[order]}
      shop={shop}
      path={`/admin/orders/${order.id}/slip`}
      query={toSearch(search).toString()}
      search={search}
      title="Print"
      crumbs={[
        { label: 'Orders', href: '/admin/orders' },
        { label: order.order_number, href: `/admin/orders/${order.id}` },
        { label: 'Print' },
      ]}
      none={null}
    />
  );
}
