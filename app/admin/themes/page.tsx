import type { Metadata } from 'next';
import { ArchivedThemes, ThemesTable } from '#components/admin/events/themes-table';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { TabLinks } from '#components/ui/tabs';
import { listDeskThemes } from '#lib/events/queries';
import { staffPage } from '#lib/http/page';

export const metadata: Metadata = { title: 'Themes' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PATH = '/admin/themes';

export default async function ThemesPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const isArchive = (await searchParams).archived === 'true';
  const [used, archived] = await Promise.all([listDeskThemes(ctx), listDeskThemes(ctx, { archived: true })]);
  const add = (
    <ButtonLink href={`${PATH}/new`} icon="plus">
      Add theme
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Themes" actions={add} />
      {archived.total > 0 || isArchive ? (
        <TabLinks
          label="Themes by state"
          tabs={[
            { href: PATH, label: 'In use', count: used.total, current: !isArchive },
            { href: `${PATH}?archived=true`, label: 'Archived', count: archived.total, current: isArchive },
          ]}
        />
      ) : null}
      {isArchive && archived.total > 0 ? <ArchivedThemes rows={archived.items} /> : null}
      {isArchive && archived.total === 0 ? (
        <EmptyState
          title="Nothing is archived"
          action={
            <ButtonLink variant="secondary" href={PATH}>
              To the themes in use
            </ButtonLink>
          }
        />
      ) : null}
      {!isArchive && used.total > 0 ? <ThemesTable rows={used.items} /> : null}
      {!isArchive && used.total === 0 ? (
        <EmptyState title="There is no theme yet" action={add}>
          Looks that customers can choose, each with a gallery. A picture decides faster than a paragraph.
        </EmptyState>
      ) : null}
    </>
  );
}
