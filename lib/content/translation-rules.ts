import { CONTENT_FIELDS, type ContentType, type PictureType } from '#lib/i18n/content-fields';

/** What the desk translates in one go: products with their variants, packages with what is in them, and so on. */
export const TRANSLATED_KINDS = [
  'product',
  'category',
  'package',
  'theme',
  'testimonial',
  'page',
  'location',
  'zone',
  'closure',
  'payment_option',
  'reply',
  'shop',
] as const satisfies readonly ContentType[];
export type TranslatedKind = (typeof TRANSLATED_KINDS)[number];

/** Content that is translated with what it belongs to. */
export const PART_OF = {
  variant: 'product',
  package_item: 'package',
  product_picture: 'product',
  package_picture: 'package',
  theme_picture: 'theme',
  category_picture: 'category',
  testimonial_picture: 'testimonial',
  shop_picture: 'shop',
} as const satisfies Partial<Record<ContentType, TranslatedKind>>;
export type PartType = keyof typeof PART_OF;

const isPart = (type: ContentType): type is PartType => Object.hasOwn(PART_OF, type);

/** Whether it is what a picture shows. */
export const isPicture = (type: ContentType): type is PictureType => type.endsWith('_picture');

export const kindOf = (type: ContentType): TranslatedKind => (isPart(type) ? PART_OF[type] : type);

const isContentType = (word: string): word is ContentType => Object.hasOwn(CONTENT_FIELDS, word);

export const CONTENT_TYPES = Object.keys(CONTENT_FIELDS).filter(isContentType);

export const TRANSLATED_PICTURES = CONTENT_TYPES.filter(isPicture);

/** The fields of a kind of content with the longest text each takes. */
export const fieldsOfType = (type: ContentType): Readonly<Record<string, number>> => CONTENT_FIELDS[type];

/** `open` is what there is to do: what is missing or out of date. */
export const TRANSLATION_STATES = ['open', 'missing', 'out_of_date', 'complete'] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** How far one language is: fields with a source text, those that have a translation, and of these the outdated ones. */
export type Completeness = { fields: number; translated: number; out_of_date: number };

/** Whole percents of what is translated and up to date; 100 only when nothing is left to do. */
export function percentOf({ fields, translated, out_of_date }: Completeness): number {
  if (fields === 0) return 100;
  return Math.floor(((translated - out_of_date) / fields) * 100);
}

/** Fields that somebody has to write or to look at. */
export const openOf = ({ fields, translated, out_of_date }: Completeness): number => fields - translated + out_of_date;

export const sumOf = (parts: readonly Completeness[]): Completeness =>
  parts.reduce<Completeness>(
    (sum, part) => ({
      fields: sum.fields + part.fields,
      translated: sum.translated + part.translated,
      out_of_date: sum.out_of_date + part.out_of_date,
    }),
    { fields: 0, translated: 0, out_of_date: 0 },
  );
