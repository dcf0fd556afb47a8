import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { publicContext } from '#lib/http/context';
import { toHex } from '#lib/look/color';
import { iconUrl } from '#lib/look/icon';
import { looks } from '#lib/look/tokens';
import { getSettings } from '#lib/settings/queries';

/** What a phone needs to put the shop on its home screen. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  await connection();
  const { shop } = await getSettings(await publicContext());
  const paper = toHex(looks[shop.look].light.paper);
  return {
    id: '/',
    name: shop.name,
    short_name: shop.name.slice(0, 24),
    description: shop.tagline || undefined,
    lang: shop.locale,
    start_url: '/',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: ([192, 512] as const).map((size) => ({
      src: iconUrl(shop, size),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  };
}
