import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { filtersOf } from '#components/admin/export-link';
import { ListPager } from '#components/admin/list-pager';
import { OutboxFilters } from '#components/admin/outbox/outbox-filters';
import { OutboxTable } from '#components/admin/outbox/outbox-table';
import { ServiceNotice } from '#components/admin/outbox/service-notice';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { atPlace, staffPage } from '#lib/http/page';
import { listOutboxInput } from '#lib/notices/input';
import { listOutbox, noticeServices } from '#lib/notices/queries';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Outbox' };

const START = 80;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OutboxPage({ searchParams }: Props) {
  const ctx = await staffPage();
  // Codes and signed links of customers stand here.
  if (ctx.actor.role !== 'admin') notFound();
  const params = await searchParams;
  const parsed = listOutboxInput.safeParse(params);
  const filters = parsed.success ? parsed.data : listOutboxInput.parse({});
  const [{ shop }, found] = await Promise.all([getSettings(ctx), atPlace(filters, (at) => listOutbox(ctx, at))]);
  const isFiltered = filtersOf(params).size > 0;
  const rows = found.items.map(({ body, ...message }) => ({
    ...message,
    start: body.length > START ? `${body.slice(0, START)}…` : body,
  }));

  return (
    <>
      <PageHeader
        title="Outbox"
        count={figure(found.total, shop.locale)}
        actions={
          <ButtonLink variant="secondary" icon="pencil" href="/admin/settings/messages">
            Edit messages
          </ButtonLink>
        }
      />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all messages.</Notice>
      )}
      <ServiceNotice services={noticeServices()} />
      <OutboxFilters filters={filters} isFiltered={isFiltered} />
      {rows.length > 0 ? (
        <>
          <OutboxTable
            rows={rows}
            shop={{ locale: shop.locale, timeZone: shop.time_zone }}
            canChoose={filters.status === 'failed'}
          />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : isFiltered || filters.page > 1 ? (
        <EmptyState
          title="No message matches"
          action={
            <ButtonLink variant="secondary" href="/admin/outbox">
              Show all messages
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          title="Nothing has been said yet"
          action={<ButtonLink href="/admin/settings/messages">See what is said when</ButtonLink>}
        >
          Every mail and SMS to customers and staff is kept here, with its text.
        </EmptyState>
      )}
    </>
  );
}
