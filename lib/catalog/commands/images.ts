import 'server-only';
import type { z } from 'zod';
import { type Context, requireRole } from '#lib/context';
import { addPicture, describePicture, type Gallery, orderPictures, removePicture } from '#lib/media/gallery';
import type { Image } from '#lib/media/output';
import type {
  addProductImageInput,
  describeProductImageInput,
  orderProductImagesInput,
  productImageInput,
} from '../input.ts';
import { CATALOG_TAGS } from './products.ts';

const GALLERY: Gallery = {
  entity: 'product',
  things: 'products',
  pictures: 'product_images',
  thingId: 'product_id',
  most: 5,
  full: 'A product has at most five pictures.',
  expires: CATALOG_TAGS,
};

/** Adds a picture after the others. Throws DB_002, FILE_001, FILE_002, and VAL_003 beside `file` for a sixth one. */
export async function addProductImage(
  ctx: Context,
  { product_id: of, ...picture }: z.output<typeof addProductImageInput> & { file: Buffer },
): Promise<Image> {
  requireRole(ctx, 'staff');
  return addPicture(ctx, GALLERY, { of, ...picture });
}

/** Puts the pictures in the order of `ids`, which must name each once; the first is the cover. Throws DB_002. */
export async function orderProductImages(
  ctx: Context,
  { product_id: of, ids }: z.output<typeof orderProductImagesInput>,
): Promise<Image[]> {
  requireRole(ctx, 'staff');
  return orderPictures(ctx, GALLERY, { of, ids });
}

/** Changes the words that stand for a picture. Throws DB_002. */
export async function describeProductImage(
  ctx: Context,
  { product_id: of, ...picture }: z.output<typeof describeProductImageInput>,
): Promise<Image> {
  requireRole(ctx, 'staff');
  return describePicture(ctx, GALLERY, { of, ...picture });
}

/** Removes a picture and, when nothing else shows it, its files. Throws DB_002. */
export async function removeProductImage(
  ctx: Context,
  { product_id: of, id }: z.output<typeof productImageInput>,
): Promise<void> {
  requireRole(ctx, 'staff');
  return removePicture(ctx, GALLERY, { of, id });
}
