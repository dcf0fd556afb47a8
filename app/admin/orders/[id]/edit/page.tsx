import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EditOrderForm } from '#components/admin/orders/edit/edit-order-form';
import { OrderStatus } from '#components/admin/orders/status';
import { PageHeader } from '#components/admin/shell/page-header';
import { Link } from '#components/ui/link';
import { Notice } from '#components/ui/notice';
import { staffPage } from '#lib/http/page';
import { getOrder } from '#lib/orders/queries';
import { quoteDeskChange } from '#lib/orders/queries/quote-change';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';

export const metadata: Metadata = { title: 'Edit order' };

type Props = { params: Promise<{ id: string }> };

export default async function EditOrderPage({ params }: Props) {
  const ctx = await staffPage();
  const order = await getOrder(ctx, { id: (await params).id });
  if (!order) notFound();
  const [{ shop, checkout }, quote] = await Promise.all([
    getSettings(ctx),
    quoteDeskChange(ctx, { order_id: order.id, override: false }),
  ]);
  return (
    <>
      <PageHeader
        title={`Edit ${order.order_number}`}
        crumbs={[
          { label: 'Orders', href: '/admin/orders' },
          { label: order.order_number, href: `/admin/orders/${order.id}` },
          { label: 'Edit' },
        ]}
        status={<OrderStatus status={order.status} />}
      />
      {quote.may_change ? (
        <EditOrderForm
          key={order.version}
          initial={quote}
          shop={{
            currency: shop.currency,
            locale: shop.locale,
            timeZone: shop.time_zone,
            today: dayOf(ctx.now, shop.time_zone),
            deliveryTypes: checkout.delivery_types,
          }}
        />
      ) : (
        <Notice tone="warn" title="This order can no longer be edited">
          Only orders that are not ready yet can. <Link href={`/admin/orders/${order.id}`}>Back to the order</Link>
        </Notice>
      )}
    </>
  );
}
