import type { Metadata } from 'next';
import { ArchivedPackages, PackagesTable } from '#components/admin/events/packages-table';
import { PageHeader } from '#components/admin/shell/page-header';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { TabLinks } from '#components/ui/tabs';
import { listDeskPackages } from '#lib/events/queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Packages' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PATH = '/admin/packages';

export default async function PackagesPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const isArchive = (await searchParams).archived === 'true';
  const [{ shop }, used, archived] = await Promise.all([
    getSettings(ctx),
    listDeskPackages(ctx),
    listDeskPackages(ctx, { archived: true }),
  ]);
  const add = (
    <ButtonLink href={`${PATH}/new`} icon="plus">
      Add package
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title="Packages" actions={add} />
      {archived.total > 0 || isArchive ? (
        <TabLinks
          label="Packages by state"
          tabs={[
            { href: PATH, label: 'In use', count: used.total, current: !isArchive },
            { href: `${PATH}?archived=true`, label: 'Archived', count: archived.total, current: isArchive },
          ]}
        />
      ) : null}
      {isArchive && archived.total > 0 ? <ArchivedPackages rows={archived.items} /> : null}
      {isArchive && archived.total === 0 ? (
        <EmptyState
          title="Nothing is archived"
          action={
            <ButtonLink variant="secondary" href={PATH}>
              To the packages in use
            </ButtonLink>
          }
        />
      ) : null}
      {!isArchive && used.total > 0 ? <PackagesTable rows={used.items} locale={shop.locale} /> : null}
      {!isArchive && used.total === 0 ? (
        <EmptyState title="There is no package yet" action={add}>
          What you decorate, with what is in it and what it costs. Customers ask for one of these and a day.
        </EmptyState>
      ) : null}
    </>
  );
}
