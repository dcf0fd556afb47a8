import { z } from 'zod';
import { LANGUAGES } from '#lib/i18n/languages';
import { CONTENT_TYPES, TRANSLATED_KINDS } from './translation-rules.ts';

export const translationOutput = z.object({
  content_type: z.enum(CONTENT_TYPES),
  object_id: z.uuid(),
  language_code: z.enum(LANGUAGES),
  field_name: z.string(),
  translated_text: z.string().nullable().meta({ description: 'Null where there is none.' }),
  source_text: z.string().meta({ description: 'What it says in the language of the shop.' }),
  source_hash: z.string().meta({ description: 'Of the source text as it is now: send it along with its translation.' }),
  image_url: z
    .string()
    .nullable()
    .meta({ description: 'The picture that `alt` describes, small; null for any other field.' }),
  is_out_of_date: z.boolean().meta({ description: 'The source was rewritten after it was translated.' }),
  updated_at: z.iso.datetime().nullable(),
});

export const completenessOutput = z.object({
  fields: z.int().meta({ description: 'Fields that have a text.' }),
  translated: z.int(),
  out_of_date: z.int().meta({ description: 'Of those that are translated.' }),
});

export const languageCompletenessOutput = completenessOutput.extend({
  language_code: z.enum(LANGUAGES),
  percent: z.int().min(0).max(100).meta({ description: 'Translated and up to date.' }),
  kinds: z.array(completenessOutput.extend({ kind: z.enum(TRANSLATED_KINDS) })),
});

export const translationsMeta = z.object({
  completeness: z
    .array(languageCompletenessOutput)
    .meta({ description: 'One for each language that the shop offers besides its own.' }),
  completeness_exact: z
    .boolean()
    .meta({ description: 'Of each kind of content the first 10,000 by name are counted; false where there are more.' }),
});

/** Something that has texts, with how far each language is. */
export const translatableOutput = z.object({
  kind: z.enum(TRANSLATED_KINDS),
  id: z.uuid(),
  name: z.string(),
  languages: z.array(completenessOutput.extend({ language_code: z.enum(LANGUAGES) })),
});

export type Translation = z.output<typeof translationOutput>;
export type LanguageCompleteness = z.output<typeof languageCompletenessOutput>;
export type TranslationFigures = z.output<typeof translationsMeta>;
export type Translatable = z.output<typeof translatableOutput>;
/** One with its texts beside their translations into one language; `neighbors` have something left to do. */
export type TranslatableTexts = Translatable & {
  texts: Translation[];
  neighbors: { previous: string | null; next: string | null };
};
