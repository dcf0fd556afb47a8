import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PackageForm } from '#components/admin/events/package-form';
import { PackagePictures } from '#components/admin/events/package-pictures';
import { ShownPage } from '#components/admin/events/shown-page';
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
    <ShownPage
      kind="package"
      one={one}
      shop={shop}
      form={
        <PackageForm
          key={one.id}
          one={one}
          shop={{ currency: shop.currency, locale: shop.locale, timeZone: shop.time_zone }}
        />
      }
      pictures={{ title: 'Pictures', manager: <PackagePictures one={one} /> }}
    />
  );
}
