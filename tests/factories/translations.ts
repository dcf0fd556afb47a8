import { translations } from '#db/schema/content';
import { database } from '#lib/database';
import type { ContentField, ContentType } from '#lib/i18n/content-fields';
import type { Language } from '#lib/i18n/languages';
import { sourceHash } from '#lib/i18n/source-hash';

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
