'use client';

import { ArchiveButton } from '#components/admin/archive-button';
import { ArchivedRows } from '#components/admin/archived-rows';
import { OrderedRows } from '#components/admin/ordered-rows';
import { Status } from '#components/ui/badge';
import { Link } from '#components/ui/link';
import { archivePageAction, orderPagesAction, restorePageAction } from '#lib/content/actions';
import type { DeskPageLink } from '#lib/content/output';
import { SPECIAL } from './words.ts';

/** Pages in the order in which the foot of the shop lists them. */
export function PagesTable({ rows }: { rows: DeskPageLink[] }) {
  return (
    <OrderedRows
      caption="Pages"
      rows={rows}
      nameOf={({ title }) => title}
      order={orderPagesAction}
      columns={[
        { head: 'Page', cell: (page) => <PageName page={page} /> },
        {
          head: 'State',
          cell: ({ published }) => (
            <Status tone={published ? 'good' : 'plain'}>{published ? 'Published' : 'Draft'}</Status>
          ),
        },
      ]}
      after={(page) => <ArchivePage page={page} />}
    />
  );
}

function PageName({ page: { id, title, slug } }: { page: DeskPageLink }) {
  return (
    <span className="lead-cell">
      <Link href={`/admin/pages/${id}`}>{title}</Link>
      <span className="sub">
        /pages/{slug}
        {SPECIAL[slug] ? `, ${SPECIAL[slug]}` : ''}
      </span>
    </span>
  );
}

function ArchivePage({ page: { id, title, slug } }: { page: DeskPageLink }) {
  return (
    <ArchiveButton
      id={id}
      what="page"
      name={title}
      action={archivePageAction}
      restore={restorePageAction}
      restored={`${title} is back.`}
    >
      <p>It leaves the shop at once, and its address answers that there is no such page. It can be restored.</p>
      {SPECIAL[slug] ? <p className="mt-2">This one is {SPECIAL[slug]}.</p> : null}
    </ArchiveButton>
  );
}

export function ArchivedPages({ rows }: { rows: DeskPageLink[] }) {
  return (
    <ArchivedRows
      caption="Archived pages"
      head="Page"
      rows={rows}
      nameOf={({ title }) => title}
      cell={(page) => <PageName page={page} />}
      action={restorePageAction}
      done="The page is back."
    />
  );
}
