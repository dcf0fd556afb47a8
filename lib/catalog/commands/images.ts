import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '#db/columns';
import { productImages, products } from '#db/schema/catalog';
import { recordAudit } from '#lib/audit/commands';
import { type Context, requireRole } from '#lib/context';
import { transaction } from '#lib/database';
import { DomainError, ValidationError } from '#lib/errors';
import { deleteMedia, describeMedia, discardPicture, insertMedia, storePicture } from '#lib/media/commands';
import type { Image } from '#lib/media/output';
import type {
  addProductImageInput,
  describeProductImageInput,
  orderProductImagesInput,
  productImageInput,
} from '../input.ts';
import { getDeskProduct } from '../queries/desk-products.ts';
import { CATALOG_TAGS } from './products.ts';

const MOST = 5;

/** The pictures of a product in their order, with the product locked. Throws DB_002 for an unknown or archived one. */
async function lockImages(tx: Context, productId: string) {
  const [product] = await tx.db
    .select({ archivedAt: products.archivedAt })
    .from(products)
    .where(eq(products.id, productId))
    .for('no key update');
  if (!product || product.archivedAt !== null) throw new DomainError('DB_002');
  return tx.db
    .select({ id: productImages.id, mediaId: productImages.mediaId, createdAt: productImages.createdAt })
    .from(productImages)
    .where(eq(productImages.productId, productId))
    .orderBy(productImages.position);
}

type Placed = Awaited<ReturnType<typeof lockImages>>;

/** Writes the list anew: positions are unique and at most five, so there is no room to shift rows one by one. */
async function writeOrder(tx: Context, productId: string, images: Placed): Promise<void> {
  await tx.db.delete(productImages).where(eq(productImages.productId, productId));
  if (images.length === 0) return;
  await tx.db.insert(productImages).values(images.map((image, at) => ({ ...image, productId, position: at + 1 })));
}

function refuseSixth(count: number): void {
  if (count >= MOST) throw ValidationError.of('file', 'VAL_003', 'A product has at most five pictures.');
}

async function imagesOf(ctx: Context, productId: string): Promise<Image[]> {
  return (await getDeskProduct(ctx, productId))?.images ?? [];
}

/** Adds a picture after the others. Throws DB_002, FILE_001, FILE_002, and VAL_003 beside `file` for a sixth one. */
export async function addProductImage(
  ctx: Context,
  { product_id: productId, alt, file }: z.output<typeof addProductImageInput> & { file: Buffer },
): Promise<Image> {
  requireRole(ctx, 'staff');
  // Asked before the picture is rendered, and again under lock.
  refuseSixth((await transaction(ctx, (tx) => lockImages(tx, productId))).length);
  const uploadedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  const stored = await storePicture(file, { alt, uploadedBy });
  const id = newId();
  try {
    await transaction(ctx, async (tx) => {
      const images = await lockImages(tx, productId);
      refuseSixth(images.length);
      await insertMedia(tx, stored);
      await tx.db.insert(productImages).values({ id, productId, mediaId: stored.id, position: images.length + 1 });
      const after = { image_id: id, media_id: stored.id };
      await recordAudit(tx, { action: 'product.image_added', entity: 'product', entityId: productId, after });
    });
  } catch (error) {
    await discardPicture(stored);
    throw error;
  }
  ctx.expire(CATALOG_TAGS);
  const added = (await imagesOf(ctx, productId)).find((image) => image.id === id);
  if (!added) throw new DomainError('DB_002');
  return added;
}

/** Puts the pictures in the order of `ids`, which must name each once; the first is the cover. Throws DB_002. */
export async function orderProductImages(
  ctx: Context,
  { product_id: productId, ids }: z.output<typeof orderProductImagesInput>,
): Promise<Image[]> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const images = await lockImages(tx, productId);
    const ordered = ids.flatMap((id) => images.filter((image) => image.id === id));
    if (ordered.length !== images.length || new Set(ids).size !== images.length) {
      throw ValidationError.of('ids', 'VAL_002', 'Name each picture of the product once.');
    }
    await writeOrder(tx, productId, ordered);
    await recordAudit(tx, {
      action: 'product.images_ordered',
      entity: 'product',
      entityId: productId,
      after: { ids },
    });
  });
  ctx.expire(CATALOG_TAGS);
  return imagesOf(ctx, productId);
}

/** Changes the words that stand for a picture. Throws DB_002. */
export async function describeProductImage(
  ctx: Context,
  { product_id: productId, id, alt }: z.output<typeof describeProductImageInput>,
): Promise<Image> {
  requireRole(ctx, 'staff');
  await transaction(ctx, async (tx) => {
    const image = (await lockImages(tx, productId)).find((candidate) => candidate.id === id);
    if (!image) throw new DomainError('DB_002');
    await describeMedia(tx, image.mediaId, alt);
    const after = { image_id: id, alt };
    await recordAudit(tx, {
      action: 'product.image_described',
      entity: 'product',
      entityId: productId,
      after,
    });
  });
  ctx.expire(CATALOG_TAGS);
  const described = (await imagesOf(ctx, productId)).find((image) => image.id === id);
  if (!described) throw new DomainError('DB_002');
  return described;
}

/** Removes a picture and, when nothing else shows it, its files. Throws DB_002. */
export async function removeProductImage(
  ctx: Context,
  { product_id: productId, id }: z.output<typeof productImageInput>,
): Promise<void> {
  requireRole(ctx, 'staff');
  const gone = await transaction(ctx, async (tx) => {
    const images = await lockImages(tx, productId);
    const image = images.find((candidate) => candidate.id === id);
    if (!image) throw new DomainError('DB_002');
    await tx.db.delete(productImages).where(and(eq(productImages.productId, productId), eq(productImages.id, id)));
    await writeOrder(
      tx,
      productId,
      images.filter((candidate) => candidate.id !== id),
    );
    const after = { image_id: id };
    await recordAudit(tx, { action: 'product.image_removed', entity: 'product', entityId: productId, after });
    return deleteMedia(tx, image.mediaId);
  });
  ctx.expire(CATALOG_TAGS);
  if (gone) await discardPicture(gone);
}
