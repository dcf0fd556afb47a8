import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PackageForm } from '#components/admin/events/package-form';
import { PackagePictures } from '#components/admin/events/package-pictures';
import { ShownState } from '#components/admin/events/shown-state';
import { PageHeader } from '#components/admin/shell/page-header';
import { Panel } from '#components/admin/shell/stat-tile';
import { TranslateLink } from '#components/admin/translations/translate-link';
import { ButtonLink } from '#components/ui/button';
import { Notice } from '#components/ui/notice';
import { getDeskPackage } from '#lib/events/queries';
import { idInput } from '#lib/fields';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => {
  const ctx = await staffPage();
  const known = idInput.safeParse(id);
  return known.success ? getDeskPackage(ctx, known.data) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).id))?.name ?? 'Package' };
}

export default async function EditPackagePage({ params }: Props) {
  const ctx = await staffPage();
  const one = await read((await params).id);
  if (!one) notFound();
  const { shop } = await getSettings(ctx);
  return (
    <>
      <PageHeader
        title={one.name}
        crumbs={[{ label: 'Packages', href: '/admin/packages' }, { label: one.name }]}
        status={<ShownState one={one} />}
        actions={
          one.archived_at === null ? (
            <>
              <TranslateLink kind="package" id={one.id} shop={shop} />
              {one.active ? (
                <ButtonLink variant="quiet" icon="globe" href={`/packages/${one.slug}`}>
                  See it in the shop
                </ButtonLink>
              ) : null}
            </>
          ) : null
        }
      />
      {one.archived_at === null ? (
        <>
          <Panel title="Package">
            <PackageForm
              key={one.id}
              one={one}
              shop={{ currency: shop.currency, locale: shop.locale, timeZone: shop.time_zone }}
            />
          </Panel>
          <Panel title="Pictures">
            <PackagePictures one={one} />
          </Panel>
        </>
      ) : (
        <Notice title="This package is archived">Restore it in the list of packages to change it again.</Notice>
      )}
    </>
  );
}
