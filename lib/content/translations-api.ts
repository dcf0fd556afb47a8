import { z } from 'zod';
import { contract } from '#lib/http/contract';
import { listTranslationsInput, saveTranslationsInput } from './translation-input.ts';
import { translationOutput, translationsMeta } from './translation-output.ts';

const desk = { access: 'staff', tag: 'Translations', path: '/admin/translations' } as const;

const named = {
  content_type: 'product',
  object_id: '0198c0de-0000-7000-8000-0000000000a1',
  language_code: 'ro',
  field_name: 'name',
  translated_text: 'Pâine de secară',
} as const;
const hash = '21cc17e00f7b38ad82ab6da7f7f1dba4f3d3b7b5fe3a2b3cf3e0f1c7b0f4c4de';
const example = {
  ...named,
  source_text: 'Plain rye',
  source_hash: hash,
  image_url: null,
  is_out_of_date: false,
  updated_at: '2026-05-31T08:00:00.000Z',
};
const figures = { fields: 4, translated: 3, out_of_date: 1 };

export const listTranslationsApi = contract({
  ...desk,
  id: 'listTranslations',
  method: 'GET',
  summary: 'List translations',
  description:
    'What the shop wrote, field by field, with its translation into each language that the shop offers besides its own. `state=open` is the work of a translator. Beside the page, `meta` tells how far each language is.',
  query: listTranslationsInput,
  output: translationOutput,
  isList: true,
  meta: translationsMeta,
  example: {
    query: { language_code: 'ro', state: 'open' },
    data: [example],
    meta: {
      completeness: [{ language_code: 'ro', ...figures, percent: 50, kinds: [{ kind: 'product', ...figures }] }],
      completeness_exact: true,
    },
  },
});

export const saveTranslationsApi = contract({
  ...desk,
  id: 'saveTranslations',
  method: 'PUT',
  summary: 'Write translations',
  description:
    'All of the rows or none. A blank `translated_text` removes a translation. With `source_hash` a text that was rewritten meanwhile is marked as out of date; with `seen` a translation that somebody else saved meanwhile is not overwritten but refused with who it was.',
  body: saveTranslationsInput,
  output: z.object({ rows: z.array(translationOutput) }),
  errors: ['REQ_002'],
  example: { body: { rows: [{ ...named, source_hash: hash }] }, data: { rows: [example] } },
});
