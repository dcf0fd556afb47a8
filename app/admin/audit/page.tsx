import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AuditFilters } from '#components/admin/audit/audit-filters';
import { AuditTable } from '#components/admin/audit/audit-table';
import { filtersOf } from '#components/admin/export-link';
import { ListPager } from '#components/admin/list-pager';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { listAuditInput } from '#lib/audit/input';
import { listAudit } from '#lib/audit/queries';
import { atPlace, staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';
import { figure } from '../../../components/admin/figure.ts';

export const metadata: Metadata = { title: 'Audit' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const params = await searchParams;
  const parsed = listAuditInput.safeParse(params);
  const filters = parsed.success ? parsed.data : listAuditInput.parse({});
  const [{ shop }, found] = await Promise.all([getSettings(ctx), atPlace(filters, (at) => listAudit(ctx, at))]);
  const isFiltered = filtersOf(params).size > 0;

  return (
    <>
      <PageHeader title="Audit" count={figure(found.total, shop.locale)} />
      {parsed.success ? null : (
        <Notice tone="warn">The address asked for a filter that does not exist. These are all changes.</Notice>
      )}
      <AuditFilters filters={filters} isFiltered={isFiltered} />
      {found.items.length > 0 ? (
        <>
          <AuditTable rows={found.items} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : (
        <EmptyState
          title={isFiltered ? 'Nothing of that kind was changed' : 'Nothing has been changed yet'}
          action={
            isFiltered ? (
              <ButtonLink variant="secondary" href="/admin/audit">
                Show all changes
              </ButtonLink>
            ) : undefined
          }
        >
          Who changed what, and when, is written down here and never rewritten.
        </EmptyState>
      )}
    </>
  );
}
