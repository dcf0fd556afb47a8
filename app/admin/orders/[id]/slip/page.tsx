import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GiftSlip, PackingSlip } from '#components/admin/orders/slip';
import { PrintButton } from '#components/admin/print-button';
import { Breadcrumb } from '#components/ui/breadcrumb';
import { TabLinks } from '#components/ui/tabs';
import { staffPage } from '#lib/http/page';
import { getOrder } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Slip' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SlipPage({ params, searchParams }: Props) {
  const ctx = await staffPage();
  const { id } = await params;
  const [{ shop }, order] = await Promise.all([getSettings(ctx), getOrder(ctx, { id })]);
  if (!order) notFound();
  const isGift = (await searchParams).kind === 'gift';
  const path = `/admin/orders/${order.id}/slip`;

  return (
    <>
      <div className="page-head no-print">
        <div>
          <Breadcrumb
            crumbs={[
              { label: 'Orders', href: '/admin/orders' },
              { label: order.order_number, href: `/admin/orders/${order.id}` },
              { label: isGift ? 'Gift slip' : 'Packing slip' },
            ]}
          />
        </div>
        <PrintButton />
      </div>
      <div className="no-print">
        <TabLinks
          label="Kinds of slip"
          tabs={[
            { href: path, label: 'Packing slip', current: !isGift },
            { href: `${path}?kind=gift`, label: 'Gift slip, no prices', current: isGift },
          ]}
        />
      </div>
      {isGift ? <GiftSlip order={order} shop={shop} /> : <PackingSlip order={order} shop={shop} />}
    </>
  );
}
