'use client';

import { columnsOf, DataTable } from '#components/admin/data-table';
import { Status } from '#components/ui/badge';
import { Time } from '#components/ui/time';
import { retryJobAction } from '#lib/jobs/actions';
import type { JobDto } from '#lib/jobs/output';
import { BulkRetry } from '../bulk-retry.tsx';
import { useFollow } from '../use-follow.ts';
import { JobDialog } from './job-dialog.tsx';
import { errorWords, JOB_STATE, jobLabel, QUEUE } from './words.ts';

type Shop = { locale: string; timeZone: string };
const column = columnsOf<JobDto>();

const columnsIn = (shop: Shop) =>
  column.columns([
    column.accessor('job', {
      header: 'Work',
      meta: { card: 1 },
      cell: ({ row: { original: job } }) => (
        <span className="lead-cell">
          <JobDialog job={job} shop={shop} />
          <span className="sub">{QUEUE[job.queue]}</span>
        </span>
      ),
    }),
    column.accessor('created_at', {
      header: 'Asked for',
      meta: { card: 4 },
      cell: ({ getValue }) => (
        <span className="whitespace-nowrap">
          <Time at={getValue()} {...shop} format="short" />
        </span>
      ),
    }),
    column.accessor('state', {
      header: 'State',
      meta: { card: 2 },
      cell: ({ getValue }) => {
        const { label, tone } = JOB_STATE[getValue()];
        return <Status tone={tone}>{label}</Status>;
      },
    }),
    column.accessor('error', {
      header: 'Why',
      meta: { card: 3 },
      cell: ({ getValue }) => {
        const error = getValue();
        return <span className="sub-first break-words">{error === null ? '–' : errorWords(error)}</span>;
      },
    }),
    column.accessor('attempts', { header: 'Tries', meta: { num: true } }),
  ]);

/** `canChoose` where the list is of failures: several can be tried again at once. */
export function JobsTable({ rows, shop, canChoose }: { rows: JobDto[]; shop: Shop; canChoose: boolean }) {
  useFollow(rows.some(({ state }) => state === 'waiting' || state === 'retrying' || state === 'running'));
  return (
    <DataTable
      caption="Background work"
      rows={rows}
      columns={columnsIn(shop)}
      nameOf={(job) => jobLabel(job.job)}
      bulk={
        canChoose
          ? (ids, clear) => (
              <BulkRetry ids={ids} label="Try again" retry={(id) => retryJobAction({ id })} clear={clear} />
            )
          : undefined
      }
    />
  );
}
