import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { filtersOf } from '#components/admin/export-link';
import { JobFilters } from '#components/admin/jobs/job-filters';
import { JobsTable } from '#components/admin/jobs/jobs-table';
import { QueueTiles } from '#components/admin/jobs/queue-tiles';
import { ListPager } from '#components/admin/list-pager';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { Notice } from '#components/ui/notice';
import { staffPage } from '#lib/http/page';
import { listJobsInput } from '#lib/jobs/input';
import { getEventLag, getQueueFigures, listJobs } from '#lib/jobs/queries';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Jobs' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function JobsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const params = await searchParams;
  const parsed = listJobsInput.safeParse(params);
  const { cursor: _, ...filters } = parsed.success ? parsed.data : listJobsInput.parse({});
  const [{ shop }, queues, lag, found] = await Promise.all([
    getSettings(ctx),
    getQueueFigures(ctx),
    getEventLag(ctx),
    // What was done comes every minute and would bury what needs a look.
    listJobs(ctx, { ...filters, state: filters.state ?? 'open' }),
  ]);
  const isFiltered = filtersOf(params).size > 0;

  return (
    <>
      <PageHeader title="Jobs" />
      {parsed.success ? null : (
        <Notice tone="warn">
          The address asked for a filter that does not exist. This is all that is not done yet.
        </Notice>
      )}
      {queues === null ? (
        <Notice tone="bad" title="No worker has run yet">
          <p>
            Mail, webhooks and reminders wait until one does. Start the shop with WORKER=inline, which is the default,
            or run npm run worker beside it.
          </p>
        </Notice>
      ) : (
        <QueueTiles queues={queues} lag={lag} locale={shop.locale} />
      )}
      <JobFilters filters={filters} isFiltered={isFiltered} />
      {found.items.length > 0 ? (
        <>
          <JobsTable
            rows={found.items}
            shop={{ locale: shop.locale, timeZone: shop.time_zone }}
            canChoose={filters.state === 'failed'}
          />
          <ListPager {...found} isExact={found.total_exact} />
        </>
      ) : isFiltered ? (
        <EmptyState
          title="No work matches"
          action={
            <ButtonLink variant="secondary" href="/admin/jobs">
              Show what is not done yet
            </ButtonLink>
          }
        />
      ) : (
        <EmptyState
          title="Nothing waits and nothing has failed"
          action={
            <ButtonLink variant="secondary" href="/admin/jobs?state=all">
              Show what was done
            </ButtonLink>
          }
        >
          Mail, webhooks, reminders and cleaning up are done in the background and show here while they are not done.
        </EmptyState>
      )}
    </>
  );
}
