import 'server-only';
import type { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { addPicture, describePicture, type Gallery, orderPictures, removePicture } from '#lib/media/gallery';
import type { Image } from '#lib/media/output';
import type {
  addThemeImageInput,
  describeThemeImageInput,
  orderThemeImagesInput,
  themeImageInput,
} from '../theme-input.ts';
import { EVENT_TAGS } from './packages.ts';

const GALLERY: Gallery = {
  entity: 'theme',
  things: 'themes',
  pictures: 'theme_images',
  thingId: 'theme_id',
  most: 12,
  full: 'A theme has at most twelve pictures.',
  expires: EVENT_TAGS,
};

/** Adds a picture after the others. Throws DB_002, FILE_001, FILE_002, and VAL_003 beside `file` where all are there. */
export async function addThemeImage(
  ctx: Context,
  { theme_id: of, ...picture }: z.output<typeof addThemeImageInput> & { file: Buffer },
): Promise<Image> {
  requireRole(ctx, 'staff');
  return addPicture(ctx, GALLERY, { of, ...picture });
}

/** Puts the pictures in the order of `ids`, which must name each once; the first is the face. Throws DB_002. */
export async function orderThemeImages(
  ctx: Context,
  { theme_id: of, ids }: z.output<typeof orderThemeImagesInput>,
): Promise<Image[]> {
  requireRole(ctx, 'staff');
  return orderPictures(ctx, GALLERY, { of, ids });
}

/** Changes the words that stand for a picture. Throws DB_002. */
export async function describeThemeImage(
  ctx: Context,
  { theme_id: of, ...picture }: z.output<typeof describeThemeImageInput>,
): Promise<Image> {
  requireRole(ctx, 'staff');
  return describePicture(ctx, GALLERY, { of, ...picture });
}

/** Removes a picture and, when nothing else shows it, its files. Throws DB_002. */
export async function removeThemeImage(
  ctx: Context,
  { theme_id: of, id }: z.output<typeof themeImageInput>,
): Promise<void> {
  requireRole(ctx, 'staff');
  return removePicture(ctx, GALLERY, { of, id });
}
