import { z } from 'zod';
import { TESTIMONIAL_STATUSES } from '#db/enums';
import { imageOutput } from '#lib/media/output';

export const pageLinkOutput = z.object({ slug: z.string(), title: z.string(), updated_at: z.iso.datetime() });
export const pageOutput = pageLinkOutput.extend({
  html: z.string().meta({ description: 'Sanitized HTML.' }),
});

export const testimonialOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  message: z.string(),
  rating: z.int().min(1).max(5),
  image: imageOutput.nullable(),
  image_url: z.string().nullable(),
});

export const deskTestimonialOutput = testimonialOutput.extend({
  status: z.enum(TESTIMONIAL_STATUSES),
  archived_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
});

export const deskPageOutput = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  body: z.string().meta({ description: 'Markdown.' }),
  published: z.boolean(),
  archived_at: z.iso.datetime().nullable(),
  updated_at: z.iso.datetime(),
});

export type PageLink = z.output<typeof pageLinkOutput>;
export type WrittenPage = z.output<typeof pageOutput>;
export type Testimonial = z.output<typeof testimonialOutput>;
export type DeskPage = z.output<typeof deskPageOutput>;
export type DeskPageLink = Omit<DeskPage, 'body'>;
export type DeskTestimonial = z.output<typeof deskTestimonialOutput>;
