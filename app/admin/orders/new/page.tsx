import type { Metadata } from 'next';
import { z } from 'zod';
import { NewOrderForm } from '#components/admin/orders/new/new-order-form';
import { PageHeader } from '#components/admin/shell/page-header';
import { getCustomer } from '#lib/customers/queries';
import { staffPage } from '#lib/http/page';
import { fromMinor } from '#lib/money';
import { getSettings } from '#lib/settings/queries';
import { dayOf } from '#lib/time';

export const metadata: Metadata = { title: 'New order' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewOrderPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const customerId = z.uuid().safeParse((await searchParams).customer).data;
  const [{ shop, checkout, payments }, customer] = await Promise.all([
    getSettings(ctx),
    customerId ? getCustomer(ctx, { customer_id: customerId }) : null,
  ]);
  const isOnFile = customer !== null && customer.archived_at === null;

  return (
    <>
      <PageHeader title="New order" crumbs={[{ label: 'Orders', href: '/admin/orders' }, { label: 'New order' }]} />
      <NewOrderForm
        customer={isOnFile ? { ...customer, address: customer.addresses[0] ?? null } : null}
        shop={{
          currency: shop.currency,
          locale: shop.locale,
          timeZone: shop.time_zone,
          today: dayOf(ctx.now, shop.time_zone),
          deliveryTypes: checkout.delivery_types,
          hasGifts: checkout.gifts,
          waysToPay: payments.options.map((option) => ({
            method: option.method,
            title: option.title,
            deliveryTypes: option.delivery_types,
            maxTotal: option.max_total === null ? null : fromMinor(option.max_total),
          })),
        }}
      />
    </>
  );
}
