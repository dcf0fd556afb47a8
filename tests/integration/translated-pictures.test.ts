import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#db/columns';
import { categories } from '#db/schema/catalog';
import { media, testimonials } from '#db/schema/content';
import { packageImages, packages, themeImages, themes } from '#db/schema/events';
import { addToCart } from '#lib/cart/commands';
import {
  addProductImage,
  archiveProduct,
  describeProductImage,
  orderProductImages,
  removeProductImage,
} from '#lib/catalog/commands';
import { getCategory, getDeskProduct, getProduct, listProducts } from '#lib/catalog/queries';
import { saveTranslations } from '#lib/content/commands';
import { getTranslatable, listTestimonials, listTranslations } from '#lib/content/queries';
import { database } from '#lib/database';
import { getPackage, getTheme } from '#lib/events/queries';
import type { ContentType } from '#lib/i18n/content-fields';
import { setShopPicture } from '#lib/settings/commands';
import { getShopPicture } from '#lib/settings/in-language';
import { makeProduct, staffMember } from '#tests/factories/shop';
import { all, english, german, kept, romanian, rows, speak } from '#tests/factories/translations';
import { png } from '#tests/support/png';
import { refusal } from '#tests/support/refusal';

const { db } = database();
const desk = await staffMember('admin');

beforeAll(() => speak('ro', 'de'));

/** As the desk sends what a picture of a product shows. */
const shows = (object_id: string, translated_text: string) =>
  rows({ content_type: 'product_picture', field_name: 'alt', object_id, translated_text });

/** A product with a picture that has a description and one that has none. */
async function pictured(name: string) {
  const { productId, variantId, categoryId } = await makeProduct({}, { name });
  const file = Buffer.from(await png(30, 20, 'teal'));
  const { id: described } = await addProductImage(desk, { product_id: productId, alt: 'A dark loaf', file });
  const { id: silent } = await addProductImage(desk, { product_id: productId, file });
  return { productId, variantId, categoryId, described, silent };
}

async function makeMedia(alt: string): Promise<string> {
  const id = newId();
  const file = { driver: 'local', mime: 'image/webp', bytes: 1, width: 30, height: 20, sha256: id } as const;
  await db.insert(media).values({ id, path: id, alt, ...file });
  return id;
}

describe('what a picture shows', () => {
  it('is said in the language of the reader wherever the picture is, and at the desk as the shop wrote it', async () => {
    const { productId, variantId, categoryId, described } = await pictured('Pictured rye');
    await saveTranslations(desk, shows(described, 'O pâine închisă la culoare'));
    const alts = ({ images }: { images: { alt: string }[] }) => images.map(({ alt }) => alt);
    const seen = async (reader: typeof english) => alts((await getProduct(reader, productId)) ?? { images: [] });
    expect(await seen(romanian)).toEqual(['O pâine închisă la culoare', '']);
    expect(await seen(german)).toEqual(['A dark loaf', '']);
    expect(await seen(english)).toEqual(['A dark loaf', '']);
    const listed = await listProducts(romanian, { category: categoryId });
    expect(listed.items.map(alts)).toEqual([['O pâine închisă la culoare', '']]);
    const line = { cart_key: null, variant_id: variantId, quantity: 1, on_date: null, note: '' };
    const { cart } = await addToCart(romanian, line);
    expect(cart.items.map(({ image }) => image?.alt)).toEqual(['O pâine închisă la culoare']);
    const own = await getDeskProduct({ ...desk, locale: 'ro-RO' }, productId);
    expect(own && alts(own)).toEqual(['A dark loaf', '']);
  });

  it('stands beside the picture, counts, and is out of date once the picture is described anew', async () => {
    const { productId, described, silent } = await pictured('Counted rye');
    const read = async () => {
      const found = await getTranslatable(desk, { kind: 'product', id: productId, language: 'ro' });
      return { figures: found?.languages[0], texts: found?.texts ?? [] };
    };
    const before = await read();
    expect(before.texts.at(-1)).toMatchObject({
      content_type: 'product_picture',
      object_id: described,
      source_text: 'A dark loaf',
      translated_text: null,
      image_url: expect.stringMatching(/^\/media\/.+\/30\.webp$/),
    });
    expect(before.texts.filter(({ image_url }) => image_url !== null)).toHaveLength(1);
    const { rows: saved } = await saveTranslations(desk, shows(described, 'O pâine'));
    expect(saved).toMatchObject([{ translated_text: 'O pâine', image_url: before.texts.at(-1)?.image_url }]);
    expect((await read()).figures?.translated).toBe((before.figures?.translated ?? 0) + 1);
    await describeProductImage(desk, { product_id: productId, id: described, alt: 'A dark loaf on linen' });
    expect((await read()).texts.at(-1)).toMatchObject({ translated_text: 'O pâine', is_out_of_date: true });
    expect((await getProduct(romanian, productId))?.images[0]?.alt).toBe('O pâine');
    const asked = all({ content_type: 'product_picture', language_code: 'ro', state: 'out_of_date' });
    const { items } = await listTranslations(desk, asked);
    expect(items.map(({ object_id }) => object_id)).toEqual([described]);
    expect(items[0]?.image_url).toBe(before.texts.at(-1)?.image_url);
    // What the shop says nothing of cannot be translated.
    expect(await refusal(saveTranslations(desk, shows(silent, 'Nimic')))).toMatchObject({
      fields: { 'rows.0.translated_text': [expect.any(String)] },
    });
  });

  it('is kept when pictures change their places, and goes with the picture', async () => {
    const { productId, described, silent } = await pictured('Ordered rye');
    await saveTranslations(desk, shows(described, 'O pâine'));
    await orderProductImages(desk, { product_id: productId, ids: [silent, described] });
    expect(await kept(described)).toHaveLength(1);
    await removeProductImage(desk, { product_id: productId, id: described });
    expect(await kept(described)).toEqual([]);
  });

  it('is not translated while its product is archived', async () => {
    const { productId, described } = await pictured('Archived rye');
    await archiveProduct(desk, { id: productId });
    expect(await refusal(saveTranslations(desk, shows(described, 'O pâine')))).toMatchObject({
      fields: { 'rows.0.object_id': [expect.any(String)] },
    });
  });
});

it('is said of what packages, themes, categories, customers and the shop show', async () => {
  const said = async (type: Extract<ContentType, `${string}_picture`>, id: string) => {
    const row = { content_type: type, field_name: 'alt', object_id: id, translated_text: 'Văzut' };
    expect((await saveTranslations(desk, rows(row))).rows[0]?.image_url).toMatch(/30\.webp$/);
  };
  const slug = 'described';
  const price = { priceKind: 'on_request', durationMinutes: 60, depositPercent: 0, perDayCapacity: 1 } as const;
  const [packageId, themeId, packageImage, themeImage] = [newId(), newId(), newId(), newId()];
  await db.insert(packages).values({ id: packageId, name: 'Table', slug, ...price });
  await db.insert(themes).values({ id: themeId, name: 'Garden', slug });
  const placed = async () => ({ mediaId: await makeMedia('Seen'), position: 1 });
  await db.insert(packageImages).values({ id: packageImage, packageId, ...(await placed()) });
  await db.insert(themeImages).values({ id: themeImage, themeId, ...(await placed()) });
  await said('package_picture', packageImage);
  await said('theme_picture', themeImage);
  expect((await getPackage(romanian, slug))?.images[0]?.alt).toBe('Văzut');
  expect((await getTheme(romanian, slug))?.gallery_images[0]?.alt).toBe('Văzut');
  expect((await getTheme(german, slug))?.gallery_images[0]?.alt).toBe('Seen');

  const { categoryId } = await makeProduct();
  const shelf = await makeMedia('Seen');
  await db.update(categories).set({ mediaId: shelf }).where(eq(categories.id, categoryId));
  await said('category_picture', shelf);
  expect((await getCategory(romanian, categoryId))?.image?.alt).toBe('Văzut');

  const face = await makeMedia('Seen');
  const [saidId, message] = [newId(), 'Lovely'];
  await db
    .insert(testimonials)
    .values({ id: saidId, name: 'Ana', message, rating: 5, status: 'published', mediaId: face });
  await said('testimonial_picture', face);
  const voice = (await listTestimonials(romanian)).items.find(({ id }) => id === saidId);
  expect(voice?.image?.alt).toBe('Văzut');

  const file = Buffer.from(await png(30, 20, 'teal'));
  const { id: first } = await setShopPicture(desk, { file, alt: 'Seen' });
  await said('shop_picture', first);
  expect((await getShopPicture(romanian))?.alt).toBe('Văzut');
  expect((await getShopPicture(english))?.alt).toBe('Seen');
  // Another picture shows something else: nobody is told what the one before it showed.
  await setShopPicture(desk, { file: Buffer.from(await png(40, 20, 'navy')), alt: 'Seen' });
  expect((await getShopPicture(romanian))?.alt).toBe('Seen');
  expect(await kept(first)).toEqual([]);
});
