'use client';

import { ArchivedRows } from '#components/admin/archived-rows';
import { ConfirmDialog } from '#components/admin/confirm-dialog';
import { MoveButtons, useMoveRows } from '#components/admin/move-rows';
import { Status } from '#components/ui/badge';
import { IconButton } from '#components/ui/button';
import { Link } from '#components/ui/link';
import { Table, Td, Th } from '#components/ui/table';
import { archivePageAction, orderPagesAction, restorePageAction } from '#lib/content/actions';
import type { DeskPageLink } from '#lib/content/output';
import { useAction } from '../use-action.ts';
import { SPECIAL } from './words.ts';

/** Pages in the order in which the foot of the shop lists them. */
export function PagesTable({ rows }: { rows: DeskPageLink[] }) {
  const { body, busy, move, said } = useMoveRows(
    rows.map(({ id, title }) => ({ id, name: title })),
    orderPagesAction,
  );
  return (
    <>
      <Table caption="Pages" stack>
        <thead>
          <tr>
            <Th>Page</Th>
            <Th>State</Th>
            <Th act />
          </tr>
        </thead>
        <tbody ref={body} aria-busy={busy}>
          {rows.map((page, at) => (
            <tr key={page.id} data-row={page.id}>
              <Td data-card="1">
                <PageName page={page} />
              </Td>
              <Td data-card="2">
                <Status tone={page.published ? 'good' : 'plain'}>{page.published ? 'Published' : 'Draft'}</Status>
              </Td>
              <Td act data-card="3">
                <span className="inline-flex">
                  <MoveButtons name={page.title} at={at} count={rows.length} move={move} />
                  <ArchivePage page={page} />
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
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
  const restore = useAction(restorePageAction, { done: `${title} is back.` });
  return (
    <ConfirmDialog
      title={`Archive ${title}?`}
      confirmLabel="Archive page"
      trigger={<IconButton icon="archive" label={`Archive ${title}`} />}
      action={archivePageAction}
      input={{ id }}
      done={`${title} is archived.`}
      undo={{ label: 'Restore it', run: () => void restore.run({ id }) }}
    >
      <p>It leaves the shop at once, and its address answers that there is no such page. It can be restored.</p>
      {SPECIAL[slug] ? <p className="mt-2">This one is {SPECIAL[slug]}.</p> : null}
    </ConfirmDialog>
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
