import { newId } from '#db/columns';
import type { categories, productImages, products, productVariants } from '#db/schema/catalog';
import type { productionPatterns } from '#db/schema/stock';
import { addDays, dayOf } from '#lib/time';
import type { Picture } from '../art/picture.ts';
import type { Preset, ProductSeed, VariantSeed } from '../preset.ts';

/** The media row of a picture, or null when the shop is loaded without pictures. */
export type MediaOf = (picture: Picture) => string | null;

export interface StockedVariant {
  id: string;
  seed: VariantSeed;
  product: ProductSeed;
  productId: string;
}

export interface CatalogRows {
  variants: StockedVariant[];
  categories: (typeof categories.$inferInsert)[];
  products: (typeof products.$inferInsert)[];
  productVariants: (typeof productVariants.$inferInsert)[];
  images: (typeof productImages.$inferInsert)[];
  patterns: (typeof productionPatterns.$inferInsert)[];
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export function catalogRows(preset: Preset, now: Date, mediaOf: MediaOf): CatalogRows {
  const today = dayOf(now, preset.shop.timeZone);
  const categoryIds = new Map(preset.categories.map((category) => [category.slug, newId()]));
  const rows: CatalogRows = {
    variants: [],
    categories: [
      ...preset.categories.map((category, i) => ({
        id: categoryIds.get(category.slug),
        name: category.name,
        slug: category.slug,
        description: category.description,
        displayOrder: i,
        mediaId: mediaOf(category.picture),
      })),
      // Where a product lands whose own category goes away.
      { name: 'Other', slug: 'other', isBuiltIn: true, displayOrder: 1000 },
    ],
    products: [],
    productVariants: [],
    images: [],
    patterns: [],
  };
  mixed(preset).forEach((product, i) => {
    const categoryId = categoryIds.get(product.category);
    if (!categoryId) throw new Error(`${product.slug} stands in the unknown category ${product.category}`);
    const productId = newId();
    // Newest first is how a shelf is shown: the first of the mix is the newest.
    const createdAt = new Date(now.getTime() - 45 * DAY - i * 90 * MINUTE);
    const [from, until] = product.season ? seasonAround(product.season, today) : [null, null];
    rows.products.push({
      id: productId,
      name: product.name,
      slug: product.slug,
      description: product.description,
      details: product.details,
      categoryId,
      featured: product.featured ?? false,
      leadTimeMinutes: product.leadMinutes ?? 0,
      availableWeekdays: product.weekdays ? [...product.weekdays] : null,
      availableFrom: from,
      availableUntil: until,
      maxPerOrder: product.maxPerOrder,
      allergens: [...(product.allergens ?? [])],
      ingredients: product.ingredients,
      attributes: { ...product.attributes },
      createdAt,
      updatedAt: createdAt,
    });
    product.pictures.forEach((picture, position) => {
      const mediaId = mediaOf(picture);
      if (mediaId) rows.images.push({ id: newId(), productId, mediaId, position: position + 1 });
    });
    product.variants.forEach((seed, position) => {
      const id = newId();
      rows.variants.push({ id, seed, product, productId });
      rows.productVariants.push({
        id,
        productId,
        sku: seed.sku,
        title: seed.title,
        priceMinor: seed.price,
        stockMode: typeof seed.stock === 'number' ? 'tracked' : seed.stock,
        stockQuantity: typeof seed.stock === 'number' ? seed.stock : 0,
        lowStockThreshold: seed.lowStock,
        loadPoints: seed.loadPoints ?? 1,
        netQuantity: seed.net?.[0],
        netUnit: seed.net?.[1],
        position: position + 1,
        createdAt,
        updatedAt: createdAt,
      });
      seed.bake?.forEach((planned, day) => {
        if (planned > 0) rows.patterns.push({ variantId: id, weekday: day + 1, planned });
      });
    });
  });
  return rows;
}

/** One of each shelf in turn, so that the first page of everything shows the whole shop. */
function mixed({ categories: shelves, products: goods }: Preset): ProductSeed[] {
  const queues = shelves.map((shelf) => goods.filter((product) => product.category === shelf.slug));
  const out: ProductSeed[] = [];
  for (let round = 0; out.length < goods.length; round++) {
    const turn = queues.flatMap((queue) => queue[round] ?? []);
    if (turn.length === 0) throw new Error('a product stands in no category of its shop');
    out.push(...turn);
  }
  return out;
}

/** The season that is under way today, or else the next one, as days. */
export function seasonAround([from, until]: readonly [string, string], today: string): [from: string, until: string] {
  const year = Number(today.slice(0, 4));
  for (const start of [year - 1, year, year + 1]) {
    const end = until < from ? start + 1 : start;
    if (addDays(`${end}-${until}`, 0) >= today) return [`${start}-${from}`, `${end}-${until}`];
  }
  throw new Error('a season is always either under way or to come');
}
