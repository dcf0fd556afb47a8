import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { OwedBack } from '#components/admin/orders/edit/owed-back';
import { CustomerFacts, HandOverFacts, Wishes } from '#components/admin/orders/order-facts';
import { OrderItems } from '#components/admin/orders/order-items';
import { OrderNote } from '#components/admin/orders/order-note';
import { OrderPayments } from '#components/admin/orders/order-payments';
import { OrderSteps } from '#components/admin/orders/order-steps';
import { OrderTimeline } from '#components/admin/orders/order-timeline';
import { OrderStatus } from '#components/admin/orders/status';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { Notice } from '#components/ui/notice';
import { staffPage } from '#lib/http/page';
import { getOrder } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';

type Props = { params: Promise<{ id: string }> };

const readOrder = cache(async (id: string) => getOrder(await staffPage(), { id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const order = await readOrder((await params).id);
  return { title: order?.order_number ?? 'Order' };
}

export default async function OrderPage({ params }: Props) {
  const ctx = await staffPage();
  const [{ shop }, order] = await Promise.all([getSettings(ctx), readOrder((await params).id)]);
  if (!order) notFound();
  const words = { locale: shop.locale, timeZone: shop.time_zone };

  return (
    <>
      <PageHeader
        title={order.order_number}
        crumbs={[{ label: 'Orders', href: '/admin/orders' }, { label: order.order_number }]}
        status={<OrderStatus status={order.status} />}
      />
      <OrderSteps order={order} role={ctx.actor.role} shop={words} />
      <OwedBack order={order} locale={shop.locale} />
      {order.status === 'cancelled' ? (
        <Notice tone="warn" title="Cancelled">
          {order.cancel_reason ? <p>{order.cancel_reason}</p> : null}
        </Notice>
      ) : null}
      <div className="detail">
        <div>
          <OrderItems order={order} locale={shop.locale} />
          <Wishes order={order} />
          <Panel title="What happened">
            <OrderTimeline events={order.events} {...words} />
            <OrderNote orderId={order.id} />
          </Panel>
        </div>
        <div>
          <HandOverFacts order={order} shop={words} />
          <OrderPayments order={order} shop={words} />
          <CustomerFacts order={order} />
        </div>
      </div>
    </>
  );
}
