import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ShownPage } from '#components/admin/events/shown-page';
import { ThemeForm } from '#components/admin/events/theme-form';
import { ThemePictures } from '#components/admin/events/theme-pictures';
import { getDeskTheme } from '#lib/events/queries';
import { idInput } from '#lib/fields';
import { staffPage } from '#lib/http/page';
import { getSettings } from '#lib/settings/queries';

type Props = { params: Promise<{ id: string }> };

const read = cache(async (id: string) => {
  const ctx = await staffPage();
  const known = idInput.safeParse(id);
  return known.success ? getDeskTheme(ctx, known.data) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read((await params).id))?.name ?? 'Theme' };
}

export default async function EditThemePage({ params }: Props) {
  const ctx = await staffPage();
  const one = await read((await params).id);
  if (!one) notFound();
  const { shop } = await getSettings(ctx);
  return (
    <ShownPage
      kind="theme"
      one={one}
      shop={shop}
      form={<ThemeForm key={one.id} one={one} shop={{ locale: shop.locale, timeZone: shop.time_zone }} />}
      pictures={{ title: 'Gallery', manager: <ThemePictures one={one} /> }}
    />
  );
}
