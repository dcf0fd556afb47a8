import { z } from 'zod';

/** A picture as pages and the API show it. Addresses without a host belong to this server. */
export const imageOutput = z.object({
  id: z.uuid(),
  url: z.string().meta({ example: '/media/0198c0de-0000-7000-8000-000000000000/1200.webp' }),
  alt: z.string(),
  width: z.int(),
  height: z.int(),
  srcset_avif: z.string(),
  srcset_webp: z.string(),
  blur: z.string().nullable().meta({ description: 'A tiny preview as a data URL.' }),
});

export type Image = z.output<typeof imageOutput>;
