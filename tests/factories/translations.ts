import { eq } from 'drizzle-orm';
import type { products } from '#db/schema/catalog';
import { translations } from '#db/schema/content';
import { listTranslatablesInput, listTranslationsInput, saveTranslationsInput } from '#lib/content/translation-input';
import { database } from '#lib/database';
import type { ContentField, ContentType } from '#lib/i18n/content-fields';
import type { Language } from '#lib/i18n/languages';
import { sourceHash } from '#lib/i18n/source-hash';
import { makeProduct, setSetting, visitor } from './shop.ts';

type Texts<T extends ContentType> = Partial<Record<ContentField<T>, string>>;

/** Says fields of an object in a language, past the commands; of `source` where its text matters. */
export async function translate<T extends ContentType>(
  contentType: T,
  objectId: string,
  languageCode: Language,
  texts: Texts<T>,
  source: Texts<T> = {},
): Promise<void> {
  const sources = new Map<string, unknown>(Object.entries(source));
  const rows = Object.entries(texts).map(([fieldName, text]) => ({
    contentType,
    objectId,
    languageCode,
    fieldName,
    translatedText: String(text),
    sourceHash: sourceHash(String(sources.get(fieldName) ?? '')),
  }));
  await database().db.insert(translations).values(rows);
}

/** Visitors of a shop that writes in English and speaks two more languages. */
export const english = visitor({ locale: 'en-IE' });
export const romanian = visitor({ locale: 'ro-RO' });
export const german = visitor({ locale: 'de-DE' });

const SHOP = {
  name: 'Korn',
  tagline: 'Bread with time',
  about: 'We bake.',
  email: 'shop@example.com',
  country: 'RO',
  locale: 'en-IE',
};

export const speak = (...languages: Language[]): Promise<void> => setSetting('shop', { ...SHOP, languages });

export type Row = Record<string, unknown> & { object_id: string };

/** A name in Romanian, unless told otherwise: as the desk sends translations. */
export const into = (row: Row) => ({
  content_type: 'product',
  language_code: 'ro',
  field_name: 'name',
  translated_text: 'Pâine de secară',
  ...row,
});
export const rows = (...list: Row[]) => saveTranslationsInput.parse({ rows: list.map(into) });
export const all = (more: Record<string, unknown>) => listTranslationsInput.parse(more);
export const some = (more: Record<string, unknown>) => listTranslatablesInput.parse(more);

export const kept = (id: string) => database().db.select().from(translations).where(eq(translations.objectId, id));

/** A product with two texts and a variant with a title. */
export async function describedProduct(more: Partial<typeof products.$inferInsert> = {}) {
  const { productId, variantId } = await makeProduct({ title: 'Large' }, { description: 'Dark and sour.', ...more });
  return { id: productId, variantId };
}
