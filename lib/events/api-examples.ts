import type { DeskPackage, Package } from './package-output.ts';
import type { DeskTheme, Theme } from './theme-output.ts';

const moments = { created_at: '2026-04-01T09:00:00.000Z', archived_at: null, version: 3 };
const updated_at = '2026-05-31T08:00:00.000Z';

export const imageExample = {
  id: '0198c0de-0000-7000-8000-0000000000f9',
  url: '/media/0198c0de-0000-7000-8000-0000000000f8/1200.webp',
  alt: 'A long table under lanterns',
  width: 1200,
  height: 1500,
  srcset_avif: '/media/0198c0de-0000-7000-8000-0000000000f8/1200.avif 1200w',
  srcset_webp: '/media/0198c0de-0000-7000-8000-0000000000f8/1200.webp 1200w',
  blur: null,
};

export const packageExample: Package = {
  id: '0198c0de-0000-7000-8000-0000000000f1',
  slug: 'garden-wedding',
  name: 'Garden wedding',
  description: 'Arch, aisle and tables, set up by noon and gone by morning.',
  price: 1450,
  currency: 'EUR',
  price_kind: 'from',
  included_items: ['Flower arch', '8 × Table arrangement'],
  items: [
    { id: '0198c0de-0000-7000-8000-0000000000c1', label: 'Flower arch', quantity: 1 },
    { id: '0198c0de-0000-7000-8000-0000000000c2', label: 'Table arrangement', quantity: 8 },
  ],
  duration_minutes: 600,
  deposit_percent: 30,
  max_guests: 120,
  images: [imageExample],
  image_url: imageExample.url,
  updated_at,
};
export const deskPackageExample: DeskPackage = { ...packageExample, ...moments, active: true, per_day_capacity: 1 };

export const themeExample: Theme = {
  id: '0198c0de-0000-7000-8000-0000000000f2',
  slug: 'midnight-garden',
  name: 'Midnight garden',
  description: 'Deep blue, brass and a thousand small lights.',
  gallery_images: [imageExample],
  image_url: imageExample.url,
  updated_at,
};
export const deskThemeExample: DeskTheme = { ...themeExample, ...moments, active: true };
