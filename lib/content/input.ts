import { z } from 'zod';
import { TESTIMONIAL_STATUSES } from '#db/enums';
import { filled, idInput } from '#lib/fields';
import { altInput } from '#lib/media/input';

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

const testimonialFields = {
  name: z.string().trim().min(1, 'Enter who said it.').max(100, 'Use at most 100 characters.'),
  message: z.string().trim().min(1, 'Enter what was said.').max(1000, 'Use at most 1000 characters.'),
  rating: z.int('Choose one to five stars.').min(1, 'At least one star.').max(5, 'At most five stars.'),
  /** Only what is `published` is shown; `pending` waits for somebody to look at it. */
  status: z.enum(TESTIMONIAL_STATUSES, 'Choose one of the offered states.'),
};

export const createTestimonialInput = z.strictObject({
  ...testimonialFields,
  status: testimonialFields.status.default('pending'),
});
export const updateTestimonialInput = z.strictObject({ id: idInput, ...z.object(testimonialFields).partial().shape });
export const replaceTestimonialInput = createTestimonialInput.extend({ id: idInput });
export const testimonialIdInput = z.strictObject({ id: idInput });
/** The picture itself travels beside this as bytes. */
export const testimonialPictureInput = z.strictObject({ testimonial_id: idInput, alt: altInput.optional() });
export const orderTestimonialsInput = z.strictObject({ ids: z.array(idInput).min(1).max(500) });
/** The editor's form. */
export const testimonialFormInput = z.strictObject(testimonialFields);
/** Unknown query parameters are ignored. */
export const listDeskTestimonialsInput = z.object({
  status: filled(testimonialFields.status),
  archived: filled(z.stringbool({ error: 'Use true or false.' })),
});
export const listTestimonialsInput = z.object({
  limit: filled(z.coerce.number('Enter a whole number.').int('Enter a whole number.').min(1).max(100)),
});
