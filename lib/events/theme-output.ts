import { z } from 'zod';
import { imageOutput } from '#lib/media/output';

const moment = z.iso.datetime().meta({ example: '2026-05-31T08:00:00.000Z' });

export const themeOutput = z.object({
  id: z.uuid(),
  slug: z.string().meta({ example: 'midnight-garden' }),
  name: z.string().meta({ example: 'Midnight garden' }),
  description: z.string(),
  gallery_images: z.array(imageOutput).meta({ description: 'In their order; the first stands for the theme.' }),
  image_url: z.string().nullable(),
  updated_at: moment,
});

export const deskThemeOutput = themeOutput.extend({
  active: z.boolean(),
  archived_at: moment.nullable(),
  created_at: moment,
  version: z.int(),
});

export type Theme = z.output<typeof themeOutput>;
export type DeskTheme = z.output<typeof deskThemeOutput>;
