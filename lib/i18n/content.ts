import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { translations } from '#db/schema/content';
import type { Context } from '#lib/context';
import { prepared } from '#lib/prepared';
import { getSettings } from '#lib/settings/queries';
import type { ContentField, ContentType, PictureType } from './content-fields.ts';
import { languageOf, otherLanguages } from './languages.ts';
import { sourceHash } from './source-hash.ts';

/** Who reads: `locale` says in which language. */
export type Reader = Pick<Context, 'db' | 'locale'>;

type Wanted = { type: ContentType; id: string; field: string };
/** Fields of an object of this type with their text at the source, under the names of `CONTENT_FIELDS`. */
type Source<T extends ContentType, S> = { [K in keyof S]: K extends ContentField<T> ? string | null : never };

export type Say = {
  /** The same fields in the reader's language, each falling back to its source by itself. */
  <T extends ContentType, S extends Source<T, S>>(type: T, id: string, source: S): S;
  /** The same for texts kept elsewhere than in their row: only by a translation of exactly this text. */
  exactly: <T extends ContentType, S extends Source<T, S>>(type: T, id: string, source: S) => S;
};

/** Fields of objects of one type, to be asked for. */
export const fieldsOf = <T extends ContentType>(
  type: T,
  ids: Iterable<string>,
  ...fields: ContentField<T>[]
): Wanted[] => [...new Set(ids)].flatMap((id) => fields.map((field) => ({ type, id, field })));

type Described = { id: string; alt: string };

/** What pictures show, to be asked for. One without a description needs none in any language. */
export const descriptionsOf = (type: PictureType, pictures: readonly Described[]): Wanted[] =>
  fieldsOf(
    type,
    pictures.filter(({ alt }) => alt !== '').map(({ id }) => id),
    'alt',
  );

/** The same picture with what it shows in the reader's language. */
export const describedIn = <P extends Described>(say: Say, type: PictureType, picture: P): P => ({
  ...picture,
  ...say<PictureType, { alt: string }>(type, picture.id, { alt: picture.alt }),
});

/** Every field is looked up by the whole key, so the table may be as long as it likes. */
const readTexts = prepared((db) =>
  db
    .select({
      type: translations.contentType,
      id: translations.objectId,
      field: translations.fieldName,
      text: translations.translatedText,
      hash: translations.sourceHash,
    })
    .from(
      sql`unnest(${sql.placeholder('types')}::text[], ${sql.placeholder('ids')}::uuid[],
        ${sql.placeholder('fields')}::text[]) wanted(type, id, field)`,
    )
    .innerJoin(
      translations,
      and(
        sql`${translations.contentType} = wanted.type and ${translations.objectId} = wanted.id`,
        eq(translations.languageCode, sql.placeholder('language')),
        sql`${translations.fieldName} = wanted.field`,
      ),
    )
    .prepare('content_in_language'),
);

const asSource: Say = Object.assign(<S>(_type: ContentType, _id: string, source: S): S => source, {
  exactly: <S>(_type: ContentType, _id: string, source: S): S => source,
});

/** True where the reader's language is that of the content itself: nothing has to be looked up. */
export async function readsSource(reader: Reader): Promise<boolean> {
  const { shop } = await getSettings(reader);
  return languageOf(reader.locale) === languageOf(shop.locale);
}

/** The languages content may be written in besides the shop's own. */
export async function contentLanguages(ctx: Pick<Context, 'db'>): Promise<string[]> {
  const { shop } = await getSettings(ctx);
  return otherLanguages(shop);
}

const listOf = (values: readonly string[]): string => `{${values.join(',')}}`;

/**
 * How the wanted texts are said in the reader's language. One query however many are wanted, none at all for who reads
 * the shop's own language. What was emptied at the source is not said any more.
 */
export async function sayIn(reader: Reader, ...lists: Wanted[][]): Promise<Say> {
  const wanted = lists.flat();
  if (wanted.length === 0 || (await readsSource(reader))) return asSource;
  const rows = await readTexts(reader.db).execute({
    language: languageOf(reader.locale),
    types: listOf(wanted.map(({ type }) => type)),
    ids: listOf(wanted.map(({ id }) => id)),
    fields: listOf(wanted.map(({ field }) => field)),
  });
  const known = new Map(rows.map((row) => [`${row.type} ${row.id} ${row.field}`, row]));
  const saying = (isExact: boolean) => {
    return <S extends object>(type: ContentType, id: string, source: S): S => {
      const said = { ...source };
      for (const [field, text] of Object.entries(source)) {
        const found = text ? known.get(`${type} ${id} ${field}`) : undefined;
        if (found && (!isExact || found.hash === sourceHash(text))) Object.assign(said, { [field]: found.text });
      }
      return said;
    };
  };
  return Object.assign(saying(false), { exactly: saying(true) });
}
