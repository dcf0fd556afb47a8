import 'server-only';
import type { Context } from '#lib/context';
import { requireRole } from '#lib/context';
import { DomainError } from '#lib/errors';
import { deleteMedia, discardPicture, insertMedia, type NewMedia, storePicture } from '#lib/media/commands';
import type { Image } from '#lib/media/output';
import { getImage } from '#lib/media/queries';
import { rewriteSetting } from './change-setting.ts';

/** Puts another picture, or none, in the place of the one that is there, whose files go once nothing shows them. */
async function replace(ctx: Context, stored: NewMedia | null): Promise<void> {
  let before: unknown = null;
  await rewriteSetting(ctx, 'shop', async (shop, tx) => {
    before = shop.hero_media_id;
    if (stored) await insertMedia(tx, stored);
    return { ...shop, hero_media_id: stored?.id ?? null };
  });
  const gone = typeof before === 'string' ? await deleteMedia(ctx, before) : null;
  if (gone) await discardPicture(gone);
}

/** The wide picture of the home page and of shared links, in place of the one before. Throws FILE_001 and FILE_002. */
export async function setShopPicture(ctx: Context, { file, alt }: { file: Buffer; alt?: string }): Promise<Image> {
  requireRole(ctx, 'admin');
  const uploadedBy = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  const stored = await storePicture(file, { alt, uploadedBy });
  try {
    await replace(ctx, stored);
  } catch (error) {
    await discardPicture(stored);
    throw error;
  }
  const image = await getImage(ctx, stored.id);
  if (!image) throw new DomainError('DB_002');
  return image;
}

/** Takes the picture away: the home page begins with its words. */
export async function removeShopPicture(ctx: Context): Promise<void> {
  requireRole(ctx, 'admin');
  await replace(ctx, null);
}
