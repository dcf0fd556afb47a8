import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '../../shop.css';
import { CartDrawer } from '#components/shop/cart/cart-drawer';
import { ShopFrame } from '#components/shop/shell/frame';
import { LookDocument } from '#components/ui/look-document';
import { env } from '#lib/env';
import { toHex } from '#lib/look/color';
import { iconUrl } from '#lib/look/icon';
import { looks } from '#lib/look/tokens';
import { DEFAULT_LOCALE_SEGMENT } from '#lib/server/kept-routes';
import { getSettings } from '#lib/settings/queries';
import { getShell } from '../../../components/shop/shell/shell-data.ts';
import { missing } from './missing.tsx';
import { shopContext } from './shop-page.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { shop } = await getSettings(await shopContext());
  const description = shop.tagline || undefined;
  const pictures = [{ url: '/share/shop.jpg', width: 1200, height: 630, alt: shop.name }];
  return {
    metadataBase: new URL(env().APP_URL),
    title: { default: description ? `${shop.name} · ${description}` : shop.name, template: `%s · ${shop.name}` },
    description,
    applicationName: shop.name,
    manifest: '/manifest.webmanifest',
    icons: {
      icon: ([48, 192] as const).map((size) => ({
        url: iconUrl(shop, size),
        sizes: `${size}x${size}`,
        type: 'image/png',
      })),
      apple: iconUrl(shop, 180),
    },
    openGraph: { type: 'website', siteName: shop.name, title: shop.name, description, images: pictures },
    twitter: { card: 'summary_large_image' },
    formatDetection: { telephone: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const { shop } = await getSettings(await shopContext());
  return { themeColor: toHex(looks[shop.look].light.paper) };
}

type ShopLayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function ShopLayout({ children, params }: ShopLayoutProps) {
  // `[locale]` takes any first segment, and `/no-such-page` must not be the home page in the language no-such-page.
  const isOurs = (await params).locale === DEFAULT_LOCALE_SEGMENT;
  const ctx = await shopContext();
  const [{ shop }, frame] = await Promise.all([getSettings(ctx), getShell(ctx)]);
  return (
    <LookDocument look={shop.look} lang={shop.locale.split('-')[0] ?? 'en'}>
      <ShopFrame shop={frame} cart={<CartDrawer />}>
        {isOurs ? children : missing()}
      </ShopFrame>
    </LookDocument>
  );
}
