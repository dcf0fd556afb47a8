import type { Metadata } from 'next';
import { kindOf, Slips } from '#components/admin/orders/slips';
import { EmptyState } from '#components/ui/empty-state';
import { staffPage } from '#lib/http/page';
import { chosenOrdersInput } from '#lib/orders/bulk-input';
import { listChosenOrders } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { toSearch } from '../../../../components/admin/address.ts';

export const metadata: Metadata = { title: 'Print slips' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Slips, labels or confirmations of the orders that were chosen in the list. */
export default async function ChosenSlipsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const search = await searchParams;
  const asked = chosenOrdersInput.safeParse({ ids: search.ids });
  const [{ shop }, orders] = await Promise.all([
    getSettings(ctx),
    asked.success ? listChosenOrders(ctx, asked.data) : [],
  ]);
  return (
    <Slips
      orders={orders}
      shop={shop}
      path="/admin/orders/slips"
      query={toSearch(search).toString()}
      search={search}
      title={orders.length === 1 ? 'Print 1 order' : `Print ${orders.length} orders`}
      crumbs={[{ label: 'Orders', href: '/admin/orders' }, { label: 'Print' }]}
      none={
        <EmptyState title={kindOf(search) === 'gift' ? 'No gift among these' : 'Nothing to print'}>
          Choose orders in the list, then print them.
        </EmptyState>
      }
    />
  );
}
