import { z } from 'zod';
import { idInput } from '#lib/fields';

const slug = z
  .string()
  .trim()
  .max(100, 'Use at most 100 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens, such as our-story.');

const pageFields = {
  title: z.string().trim().min(1, 'Enter a title.').max(200, 'Use at most 200 characters.'),
  /** Made from the title when left out. */
  slug: slug.optional(),
  /** Markdown. */
  body: z.string().max(100_000, 'Use at most 100,000 characters.'),
  published: z.boolean(),
};

export const createPageInput = z.strictObject({ ...pageFields, published: pageFields.published.default(false) });
export const updatePageInput = z.strictObject({
  id: idInput,
  title: pageFields.title.optional(),
  slug: pageFields.slug,
  body: pageFields.body.optional(),
  published: pageFields.published.optional(),
  /** `updated_at` of what was edited: a page that somebody else saved since is not overwritten. */
  seen: z.iso.datetime().optional(),
});
export const pageIdInput = z.strictObject({ id: idInput });
export const orderPagesInput = z.strictObject({ ids: z.array(idInput).min(1).max(200) });
export const previewPageInput = z.strictObject({ body: pageFields.body });
/** The editor's form. */
export const pageFormInput = z.strictObject({ ...pageFields, slug: slug.or(z.literal('')).optional() });
