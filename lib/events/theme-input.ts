import { z } from 'zod';
import { filled, idInput, idOrSlug, required, versionInput, words } from '#lib/fields';
import { altInput } from '#lib/media/input';
import { flagInput, slugInput } from './package-input.ts';

const fields = {
  slug: slugInput.optional().meta({ description: 'Made from the name when left out.' }),
  description: words(1000).optional(),
  active: flagInput.optional(),
};
const name = required(200, 'Enter a name.');

export const createThemeInput = z.strictObject({ name, ...fields });
/** PATCH: only what is named changes. With `version` a change made in between is refused with REQ_002. */
export const updateThemeInput = z.strictObject({
  id: idInput,
  version: versionInput.optional(),
  name: name.optional(),
  ...fields,
});
/** PUT: what is not named goes back to its default; the address stays. */
export const replaceThemeInput = z.strictObject({ id: idInput, version: versionInput.optional(), name, ...fields });
/** The desk's form: with `id` and `version` a theme that is there already. */
export const themeFormInput = z.strictObject({
  id: idInput.optional(),
  version: versionInput.optional(),
  name,
  ...fields,
  slug: slugInput.or(z.literal('')).optional(),
});

export const themeIdInput = z.strictObject({ id: idInput });
export const getThemeInput = z.strictObject({ id: idOrSlug });
export const orderThemesInput = z.strictObject({
  ids: z.array(idInput).min(1, 'Name them in their new order.').max(200, 'Use at most 200 themes.'),
});
/** Unknown query parameters are ignored. */
export const listDeskThemesInput = z.object({ archived: filled(z.stringbool({ error: 'Use true or false.' })) });

/** The picture itself travels beside this as bytes. */
export const addThemeImageInput = z.strictObject({ theme_id: idInput, alt: altInput.optional() });
export const orderThemeImagesInput = z.strictObject({
  theme_id: idInput,
  ids: z.array(idInput).min(1, 'Name the pictures in their new order.').max(12, 'A theme has at most twelve pictures.'),
});
export const describeThemeImageInput = z.strictObject({ theme_id: idInput, id: idInput, alt: altInput });
export const themeImageInput = z.strictObject({ theme_id: idInput, id: idInput });

export type CreateTheme = z.output<typeof createThemeInput>;
export type UpdateTheme = z.output<typeof updateThemeInput>;
