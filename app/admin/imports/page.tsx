import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportForm } from '#components/admin/imports/import-form';
import { ImportsTable } from '#components/admin/imports/imports-table';
import { ListPager } from '#components/admin/list-pager';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { ButtonLink } from '#components/ui/button';
import { EmptyState } from '#components/ui/empty-state';
import { staffPage } from '#lib/http/page';
import { listImportsInput } from '#lib/imports/input';
import { listImports } from '#lib/imports/queries';
import { getSettings } from '#lib/settings/queries';

export const metadata: Metadata = { title: 'Import and export' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportsPage({ searchParams }: Props) {
  const ctx = await staffPage();
  if (ctx.actor.role !== 'admin') notFound();
  const parsed = listImportsInput.safeParse(await searchParams);
  const { cursor: _, kind, ...paging } = parsed.success ? parsed.data : listImportsInput.parse({});
  const [{ shop }, found] = await Promise.all([getSettings(ctx), listImports(ctx, paging)]);
  return (
    <>
      <PageHeader title="Import and export" />
      <div className="detail">
        <div>
          <Panel title="Import a file">
            <ImportForm key={kind} start={kind ?? 'products'} />
          </Panel>
        </div>
        <div>
          <Panel title="Export">
            <p className="mb-4">Everything that is not archived, for a spreadsheet. Changed there, it can come back.</p>
            <div className="import-exports">
              <ButtonLink variant="secondary" icon="download" href="/api/admin/exports/products" download="">
                Export products
              </ButtonLink>
              <ButtonLink variant="secondary" icon="download" href="/api/admin/exports/customers" download="">
                Export customers
              </ButtonLink>
            </div>
            <p className="field-hint mt-4">Orders have an export of their own, above their list.</p>
          </Panel>
        </div>
      </div>
      <section className="import-past" aria-labelledby="past-imports">
        <h2 id="past-imports">Imports so far</h2>
        {found.items.length > 0 ? (
          <>
            <ImportsTable rows={found.items} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />
            <ListPager {...found} isExact={found.total_exact} />
          </>
        ) : (
          <EmptyState title="No file was imported yet" heading="h3">
            The template shows which columns there are. Heads in your own words are often understood too.
          </EmptyState>
        )}
      </section>
    </>
  );
}
