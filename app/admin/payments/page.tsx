import type { Metadata } from 'next';
import { ListPager } from '#components/admin/list-pager';
import { PaymentFilters } from '#components/admin/payments/payment-filters';
import { ReviewList } from '#components/admin/payments/review-list';
import { UnpaidOrders } from '#components/admin/payments/unpaid-orders';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { atPlace, staffPage } from '#lib/http/page';
import { listPaymentsInput } from '#lib/orders/payment-input';
import { findUnpaidOrders, listPayments } from '#lib/orders/queries';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Payments' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NOTHING = {
  submitted: { title: 'Nothing to check', words: 'When a customer says that an order is paid, it is listed here.' },
  confirmed: { title: 'No confirmed payments yet', words: 'What has arrived is listed here, the newest first.' },
  rejected: { title: 'Nothing was rejected', words: 'Payments that did not arrive are listed here.' },
};

/** What customers say they have paid, to be held against the account; and, by a number, orders nobody has announced. */
export default async function PaymentsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const parsed = listPaymentsInput.safeParse(await searchParams);
  const filters = parsed.success ? parsed.data : listPaymentsInput.parse({});
  const { q, status } = filters;
  const [{ shop }, found, unpaid] = await Promise.all([
    getSettings(ctx),
    atPlace(filters, (at) => listPayments(ctx, at)),
    q === undefined || status !== 'submitted' ? [] : findUnpaidOrders(ctx, { q }),
  ]);
  const words = { locale: shop.locale, timeZone: shop.time_zone };

  return (
    <>
      <PageHeader title="Payments" count={figure(found.total, shop.locale)} />
      {parsed.success ? null : (
        <Notice tone="warn">
          The address asked for a filter that does not exist. These are all payments to check.
        </Notice>
      )}
      <PaymentFilters q={q} status={status} />
      {found.items.length > 0 ? (
        <>
          <ReviewList payments={found.items} shop={words} />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : found.total > 0 ? (
        <EmptyState
          title="The list ends before this page"
          action={
            <ButtonLink variant="secondary" href="/admin/payments">
              To its first page
            </ButtonLink>
          }
        >
          Payments may have been checked since the link was made.
        </EmptyState>
      ) : q === undefined ? (
        <EmptyState title={NOTHING[status].title}>{NOTHING[status].words}</EmptyState>
      ) : unpaid.length === 0 ? (
        <EmptyState
          title="No payment and no open order matches"
          action={
            <ButtonLink variant="secondary" href="/admin/payments">
              Show all payments to check
            </ButtonLink>
          }
        >
          Try the number of the order, a phone, or a part of the name.
        </EmptyState>
      ) : null}
      {unpaid.length > 0 ? <UnpaidOrders orders={unpaid} shop={words} /> : null}
    </>
  );
}
