import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '../../globals.css';
import { ShopFrame } from '#components/shop/shell/frame';
import { LookDocument } from '#components/ui/look-document';
import { publicContext } from '#lib/http/context';
import { toHex } from '#lib/look/color';
import type { ShellShop } from '#lib/look/shell';
import { looks } from '#lib/look/tokens';
import { getSettings } from '#lib/settings/queries';

export async function generateMetadata(): Promise<Metadata> {
  const { shop } = await getSettings(await publicContext());
  return { title: { default: shop.name, template: `%s · ${shop.name}` }, description: shop.tagline || undefined };
}

export async function generateViewport(): Promise<Viewport> {
  const { shop } = await getSettings(await publicContext());
  return { themeColor: toHex(looks[shop.look].light.paper) };
}

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const { shop } = await getSettings(await publicContext());
  const frame: ShellShop = {
    name: shop.name,
    tagline: shop.tagline,
    look: shop.look,
    phone: shop.phone || null,
    email: shop.email || null,
    addressLines: [shop.street, `${shop.postal_code} ${shop.city}`.trim()].filter(Boolean),
    pages: [],
    categories: [],
  };
  return (
    <LookDocument look={shop.look} lang={shop.locale.split('-')[0] ?? 'en'}>
      <ShopFrame shop={frame}>{children}</ShopFrame>
    </LookDocument>
  );
}
