import { z } from 'zod';
import { filled, idInput } from '#lib/fields';
import { attributesFrom } from '#lib/i18n/attribute-lines';
import { LANGUAGES } from '#lib/i18n/languages';
import { pagingInput } from '#lib/paging';
import { CONTENT_TYPES, fieldsOfType, TRANSLATED_KINDS, TRANSLATION_STATES } from './translation-rules.ts';

/** Rows that one call may write. */
export const MOST_ROWS = 200;

const language = z.enum(LANGUAGES, 'Choose one of the offered languages.');
const contentType = z.enum(CONTENT_TYPES, 'Choose one of the kinds of content.');
const state = z.enum(TRANSLATION_STATES, 'Choose one of the offered states.');

const row = z
  .strictObject({
    content_type: contentType,
    object_id: idInput,
    language_code: language,
    field_name: z.string('Enter text.').max(40, 'There is no such field.'),
    translated_text: z
      .string('Enter text.')
      .trim()
      .meta({ description: 'Blank removes the translation: the shop shows its own words again.' }),
    source_hash: z
      .string('Enter text.')
      .regex(/^[0-9a-f]{64}$/, 'Use the `source_hash` that you were given.')
      .optional()
      .meta({
        description:
          'Of the text it was made from. Left out: of the text as it is now. Where the source was rewritten meanwhile, the translation is marked as out of date at once.',
      }),
    seen: z.iso.datetime('Use the `updated_at` that you were given.').nullable().optional().meta({
      description:
        '`updated_at` of the translation as you saw it, null where there was none. A translation that somebody else saved since is not overwritten.',
    }),
  })
  .superRefine(({ content_type, field_name, translated_text }, ctx) => {
    const fields = fieldsOfType(content_type);
    const longest = Object.hasOwn(fields, field_name) ? fields[field_name] : undefined;
    if (longest === undefined) {
      const message = `Use one of these: ${Object.keys(fields).join(', ')}.`;
      ctx.addIssue({ code: 'custom', path: ['field_name'], message });
    } else if (translated_text.length > longest) {
      const message = `Use at most ${longest} characters.`;
      ctx.addIssue({ code: 'custom', path: ['translated_text'], message, params: { code: 'VAL_003' } });
    } else if (field_name === 'attributes' && translated_text !== '' && attributesFrom(translated_text) === null) {
      const message = 'Write a line for each, such as Crust: dark.';
      ctx.addIssue({ code: 'custom', path: ['translated_text'], message, params: { code: 'VAL_002' } });
    }
  });

export const saveTranslationsInput = z.strictObject({
  rows: z
    .array(row)
    .min(1, 'Name at least one.')
    .max(MOST_ROWS, `Send at most ${MOST_ROWS} at once.`)
    .meta({ description: 'All are written, or none.' }),
});

/** Unknown query parameters are ignored. */
export const listTranslationsInput = z.object({
  content_type: filled(contentType),
  object_id: filled(idInput),
  language_code: filled(language),
  state: filled(state).meta({ description: '`open`: what is missing or out of date. Left out: everything.' }),
  ...pagingInput,
});

/** The list of the desk. */
export const listTranslatablesInput = z.object({
  kind: filled(z.enum(TRANSLATED_KINDS, 'Choose one of the kinds of content.')).transform((kind) => kind ?? 'product'),
  language: filled(language),
  state: filled(state),
  q: filled(z.string().trim().max(100, 'Use at most 100 characters.')),
  ...pagingInput,
});

export type SaveTranslations = z.output<typeof saveTranslationsInput>;
export type TranslationInput = SaveTranslations['rows'][number];
export type ListTranslations = z.output<typeof listTranslationsInput>;
export type ListTranslatables = z.output<typeof listTranslatablesInput>;
