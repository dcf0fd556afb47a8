import type { categories, productImages, products } from '#db/schema/catalog';
import type { media, pages, testimonials, translations } from '#db/schema/content';
import { type ContentType, SHOP_CONTENT } from '#lib/i18n/content-fields';
import { sourceHash } from '#lib/i18n/source-hash';
import { placedId } from '#lib/settings/entry-ids';
import type { Preset, TranslationSeed } from '../preset.ts';
import type { StockedVariant } from './catalog.ts';
import type { offerRows } from './offers.ts';
import type { PlaceRows } from './places.ts';

type TranslationRow = typeof translations.$inferInsert;

/** The rows of the shop, which know the ids; the preset knows its things by their readable names. */
export type Translated = {
  categories: readonly (typeof categories.$inferInsert)[];
  products: readonly (typeof products.$inferInsert)[];
  variants: readonly StockedVariant[];
  images: readonly (typeof productImages.$inferInsert)[];
  offers: ReturnType<typeof offerRows>;
  /** Those pictures that the shop is loaded with. */
  media: readonly Pick<typeof media.$inferInsert, 'id' | 'alt'>[];
  pages: readonly (typeof pages.$inferInsert)[];
  testimonials: readonly (typeof testimonials.$inferInsert)[];
  places: Pick<PlaceRows, 'locations' | 'zones' | 'closures'>;
};

type Texts = Readonly<Record<string, string | undefined>>;

/** What of the shop is said in another language, each with the hash of the text that it says. */
export function translationRows(preset: Preset, things: Translated): TranslationRow[] {
  return Object.entries(preset.translations ?? {}).flatMap(([language, seed]) =>
    rowsIn(language, seed, preset, things),
  );
}

function rowsIn(languageCode: string, seed: TranslationSeed, preset: Preset, things: Translated): TranslationRow[] {
  const rows: TranslationRow[] = [];
  const say = (contentType: ContentType, objectId: string | undefined, source: object, said: Texts | undefined) => {
    const texts = new Map<string, unknown>(Object.entries(source));
    for (const [fieldName, translatedText] of Object.entries(said ?? {})) {
      const text = texts.get(fieldName);
      if (objectId === undefined || translatedText === undefined || typeof text !== 'string' || text === '') continue;
      rows.push({ contentType, objectId, languageCode, fieldName, translatedText, sourceHash: sourceHash(text) });
    }
  };
  say('shop', SHOP_CONTENT, preset.shop, seed.shop);
  for (const row of things.categories) say('category', row.id, row, seed.categories?.[row.slug]);
  for (const row of things.products) {
    const { variants: _, ...texts } = seed.products?.[row.slug] ?? {};
    say('product', row.id, row, texts);
  }
  for (const { id, product, seed: variant } of things.variants) {
    say('variant', id, variant, { title: seed.products?.[product.slug]?.variants?.[variant.sku] });
  }
  for (const row of things.offers.packages) {
    const { items = [], ...texts } = seed.packages?.[row.slug] ?? {};
    say('package', row.id, row, texts);
    for (const item of things.offers.items.filter(({ packageId }) => packageId === row.id)) {
      say('package_item', item.id, item, { label: items[item.position - 1] });
    }
  }
  for (const row of things.offers.themes) say('theme', row.id, row, seed.themes?.[row.slug]);
  for (const row of things.pages) say('page', row.id, row, seed.pages?.[row.slug]);
  for (const row of things.testimonials) say('testimonial', row.id, row, { message: seed.testimonials?.[row.name] });
  preset.locations.forEach(({ key }, at) => {
    const row = things.places.locations[at];
    if (row) say('location', row.id, row, seed.locations?.[key]);
  });
  for (const row of things.places.zones) say('zone', row.id, row, { name: seed.zones?.[row.name] });
  things.places.closures.forEach((row, at) => {
    say('closure', row.id, { public_message: row.publicMessage }, { public_message: seed.closures?.[at] });
  });
  const shown = (contentType: ContentType, images: readonly { id?: string; mediaId: string }[]) => {
    for (const { id, mediaId } of images) {
      const alt = things.media.find((one) => one.id === mediaId)?.alt ?? '';
      say(contentType, id, { alt }, { alt: seed.pictures?.[alt] });
    }
  };
  shown('product_picture', things.images);
  shown('package_picture', things.offers.packageImages);
  shown('theme_picture', things.offers.themeImages);
  // The settings of a preset are stored without ids.
  preset.shop.payments.forEach(({ label: title, instructions }, at) => {
    say('payment_option', placedId('options', at), { title, instructions }, seed.payments?.[title]);
  });
  return rows;
}
