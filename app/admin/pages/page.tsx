import type { Metadata } from 'next';
import { ArchivedPages, PagesTable } from '#components/admin/pages/pages-table';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { TabLinks } from '#components/ui/tabs';
import { listDeskPages } from '#lib/content/queries';
import { staffPage } from '#lib/http/page';

export const metadata: Metadata = { title: 'Pages' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PagesPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const isArchive = (await searchParams).archived === 'true';
  const [used, archived] = await Promise.all([listDeskPages(ctx), listDeskPages(ctx, { archived: true })]);
  const write = (
    <ButtonLink href="/admin/pages/new" icon="plus">
      Write a page
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Pages" actions={write} />
      {archived.total > 0 || isArchive ? (
        <TabLinks
          label="Pages by state"
          tabs={[
            { href: '/admin/pages', label: 'In use', count: used.total, current: !isArchive },
            { href: '/admin/pages?archived=true', label: 'Archived', count: archived.total, current: isArchive },
          ]}
        />
      ) : null}
      {isArchive ? <Archive rows={archived.items} /> : null}
      {!isArchive && used.total > 0 ? <PagesTable rows={used.items} /> : null}
      {!isArchive && used.total === 0 ? (
        <EmptyState title="No page is written yet" action={write}>
          Every shop needs an imprint, its terms and a privacy notice. They are listed at the foot of the shop.
        </EmptyState>
      ) : null}
    </>
  );
}

function Archive({ rows }: { rows: Parameters<typeof ArchivedPages>[0]['rows'] }) {
  if (rows.length > 0) return <ArchivedPages rows={rows} />;
  return (
    <EmptyState
      title="Nothing is archived"
      action={
        <ButtonLink variant="secondary" href="/admin/pages">
          To the pages in use
        </ButtonLink>
      }
    />
  );
}
