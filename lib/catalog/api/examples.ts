/** One loaf, in every shape the catalog shows it. */

const variant = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c01',
  sku: 'RYE-800',
  title: '800 g',
  price: 4.8,
  stock_mode: 'tracked',
  stock_quantity: 12,
  in_stock: true,
  few_left: false,
  net_quantity: 800,
  net_unit: 'g',
  unit_price: { amount: 6, per: 'kg' },
  load_points: 1,
} as const;

const firstSlot = {
  slot_id: '6f1d2c1e-0b1f-5a53-9a55-3f5f7c8f2a10',
  starts_at: '2026-05-02T05:00:00.000Z',
  ends_at: '2026-05-02T05:30:00.000Z',
  order_by: '2026-05-01T16:00:00.000Z',
};

export const imageExample = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c02',
  url: '/media/01985f3c-6a10-7c3e-9d52-0b1f4a6e2c02/1200.webp',
  alt: 'A dark loaf on a linen cloth',
  width: 1200,
  height: 900,
  srcset_avif: '/media/01985f3c-6a10-7c3e-9d52-0b1f4a6e2c02/480.avif 480w',
  srcset_webp: '/media/01985f3c-6a10-7c3e-9d52-0b1f4a6e2c02/480.webp 480w',
  blur: null,
} as const;

export const productCardExample = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c03',
  slug: 'rye-loaf',
  name: 'Rye loaf',
  description: 'Slow sourdough, baked dark.',
  category_id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c04',
  category: { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c04', slug: 'bread', name: 'Bread' },
  price: 4.8,
  currency: 'EUR',
  unit_price: { amount: 6, per: 'kg' },
  stock_mode: 'tracked',
  stock_quantity: 12,
  in_stock: true,
  few_left: false,
  images: [imageExample],
  image_url: imageExample.url,
  variants: [variant],
  allergens: ['gluten'],
  active: true,
  featured: true,
  lead_time_minutes: 0,
  available_weekdays: null,
  available_from: null,
  available_until: null,
  max_per_order: null,
  earliest: { pickup: firstSlot, delivery: null },
  created_at: '2026-05-01T08:00:00.000Z',
  updated_at: '2026-05-01T08:00:00.000Z',
  version: 1,
} as const;

const details = {
  details: 'Rye, water, salt and **24 hours**.',
  ingredients: 'Rye flour, water, salt',
  attributes: { crust: 'dark' },
};

export const productExample = {
  ...productCardExample,
  ...details,
  variants: [
    {
      ...variant,
      next: {
        pickup: [
          { ...firstSlot, location: { id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2f01', name: 'The bakery' }, left: 12 },
        ],
        delivery: [],
      },
    },
  ],
};

const { earliest: _, ...onShow } = productCardExample;

export const deskProductCardExample = {
  ...onShow,
  variants: [
    {
      ...variant,
      low_stock_threshold: 5,
      load_points: 1,
      is_low: false,
      weekly_plan: null,
      today: null,
      archived_at: null,
    },
  ],
  is_low: false,
  archived_at: null,
};

export const deskProductExample = { ...deskProductCardExample, ...details };

export const categoryExample = {
  id: '01985f3c-6a10-7c3e-9d52-0b1f4a6e2c04',
  slug: 'bread',
  name: 'Bread',
  description: null,
  display_order: 1,
  active: true,
  image: imageExample,
  image_url: imageExample.url,
  product_count: 9,
};

export const deskCategoryExample = {
  ...categoryExample,
  is_built_in: false,
  archived_at: null,
  created_at: '2026-05-01T08:00:00.000Z',
  updated_at: '2026-05-01T08:00:00.000Z',
};
