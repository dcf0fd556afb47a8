import type { Metadata } from 'next';
import { ArchivedCategories, CategoriesTable } from '#components/admin/categories/categories-table';
import { CategoryDialog } from '#components/admin/categories/category-dialog';
import { PageHeader } from '#components/admin/shell/page-header';
import { Button, ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { TabLinks } from '#components/ui/tabs';
import { listDeskCategories } from '#lib/catalog/queries';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Categories' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CategoriesPage({ searchParams }: Props) {
  const ctx = await staffPage();
  const isArchive = (await searchParams).archived === 'true';
  const [used, archived, { shop }] = await Promise.all([
    listDeskCategories(ctx),
    listDeskCategories(ctx, { archived: true }),
    getSettings(ctx),
  ]);
  const { locale, languages } = shop;
  const fallback = used.items.find((category) => category.is_built_in)?.name ?? 'Other';

  return (
    <>
      <PageHeader
        title="Categories"
        actions={<CategoryDialog shop={{ locale, languages }} trigger={<Button icon="plus">Add category</Button>} />}
      />
      {archived.total > 0 || isArchive ? (
        <TabLinks
          label="Categories by state"
          tabs={[
            { href: '/admin/categories', label: 'In use', count: used.total, current: !isArchive },
            {
              href: '/admin/categories?archived=true',
              label: 'Archived',
              count: archived.total,
              current: isArchive,
            },
          ]}
        />
      ) : null}
      {isArchive ? (
        archived.total > 0 ? (
          <ArchivedCategories rows={archived.items} />
        ) : (
          <EmptyState
            title="Nothing is archived"
            action={
              <ButtonLink variant="secondary" href="/admin/categories">
                To the categories in use
              </ButtonLink>
            }
          />
        )
      ) : (
        <CategoriesTable rows={used.items} fallback={fallback} shop={{ locale, languages }} />
      )}
    </>
  );
}
