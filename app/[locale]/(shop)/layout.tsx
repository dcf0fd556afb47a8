import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '../../shop.css';
import { CartDrawer } from '#components/shop/cart/cart-drawer';
import { ShopFrame } from '#components/shop/shell/frame';
import { ShopWords } from '#components/shop/words';
import { AddressPrefix } from '#components/ui/link';
import { LookDocument } from '#components/ui/look-document';
import { env } from '#lib/env';
import { markMoved } from '#lib/http/missing';
import { judgeSegment, languageOf } from '#lib/i18n/languages';
import { toHex } from '#lib/look/color';
import { iconUrl } from '#lib/look/icon';
import { looks } from '#lib/look/tokens';
import { settingsIn } from '#lib/settings/in-language';
import { getSettings } from '#lib/settings/queries';
import { getShell } from '../../../components/shop/shell/shell-data.ts';
import { missing } from './missing.tsx';
import { shopPage } from './shop-page.ts';

type LayoutParams = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: LayoutParams): Promise<Metadata> {
  const { shop } = await settingsIn((await shopPage(params)).ctx);
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

export async function generateViewport({ params }: LayoutParams): Promise<Viewport> {
  const { shop } = await getSettings((await shopPage(params)).ctx);
  return { themeColor: toHex(looks[shop.look].light.paper) };
}

export default async function ShopLayout({ children, params }: LayoutParams & { children: ReactNode }) {
  const {
    ctx,
    params: { locale: segment },
  } = await shopPage(params);
  const [{ shop }, frame] = await Promise.all([getSettings(ctx), getShell(ctx)]);
  // `[locale]` takes any first segment, and `/no-such-page` must not be the home page in the language no-such-page.
  const place = judgeSegment(segment, shop);
  if (place === 'moved') markMoved();
  return (
    <LookDocument look={shop.look} lang={languageOf(ctx.locale)}>
      <ShopWords>
        <AddressPrefix value={frame.prefix}>
          <ShopFrame shop={frame} cart={<CartDrawer />}>
            {place === 'ours' ? children : missing()}
          </ShopFrame>
        </AddressPrefix>
      </ShopWords>
    </LookDocument>
  );
}
