import 'server-only';
import type { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { addPicture, describePicture, type Gallery, orderPictures, removePicture } from '#lib/media/gallery';
import type { Image } from '#lib/media/output';
import type {
  addPackageImageInput,
  describePackageImageInput,
  orderPackageImagesInput,
  packageImageInput,
} from '../package-input.ts';
import { EVENT_TAGS } from './packages.ts';

const GALLERY: Gallery = {
  entity: 'package',
  things: 'packages',
  pictures: 'package_images',
  thingId: 'package_id',
  most: 5,
  full: 'A package has at most five pictures.',
  expires: EVENT_TAGS,
};

/** Adds a picture after the others. Throws DB_002, FILE_001, FILE_002, and VAL_003 beside `file` where all are there. */
export async function addPackageImage(
  ctx: Context,
  { package_id: of, ...picture }: z.output<typeof addPackageImageInput> & { file: Buffer },
): Promise<Image> {
  requireRole(ctx, 'staff');
  return addPicture(ctx, GALLERY, { of, ...picture });
}

/** Puts the pictures in the order of `ids`, which must name each once; the first is the face. Throws DB_002. */
export async function orderPackageImages(
  ctx: Context,
  { package_id: of, ids }: z.output<typeof orderPackageImagesInput>,
): Promise<Image[]> {
  requireRole(ctx, 'staff');
  return orderPictures(ctx, GALLERY, { of, ids });
}

/** Changes the words that stand for a picture. Throws DB_002. */
export async function describePackageImage(
  ctx: Context,
  { package_id: of, ...picture }: z.output<typeof describePackageImageInput>,
): Promise<Image> {
  requireRole(ctx, 'staff');
  return describePicture(ctx, GALLERY, { of, ...picture });
}

/** Removes a picture and, when nothing else shows it, its files. Throws DB_002. */
export async function removePackageImage(
  ctx: Context,
  { package_id: of, id }: z.output<typeof packageImageInput>,
): Promise<void> {
  requireRole(ctx, 'staff');
  return removePicture(ctx, GALLERY, { of, id });
}
