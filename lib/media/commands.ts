import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { newId } from '#db/columns';
import { media } from '#db/schema/content';
import type { Context } from '#lib/context';
import { type RawPixels, renderPicture } from './picture.ts';
import { type MediaStore, mediaStore, storeOf } from './store.ts';

export type NewMedia = typeof media.$inferInsert & { id: string };

/**
 * Renders a picture and keeps its files; answers the row to insert. The row is not inserted, so that it can go into
 * the transaction of what shows it; when that fails, `discardPicture`. Needs no request and no database.
 * Throws FILE_001 and FILE_002.
 */
export async function storePicture(
  input: Buffer | RawPixels,
  { alt = '', uploadedBy = null }: { alt?: string; uploadedBy?: string | null } = {},
  store: MediaStore = mediaStore(),
): Promise<NewMedia> {
  const picture = await renderPicture(input);
  const id = newId();
  const path = await store.write(id, picture);
  return {
    id,
    driver: store.driver,
    path,
    mime: 'image/webp',
    bytes: picture.bytes,
    width: picture.width,
    height: picture.height,
    sha256: picture.sha256,
    blurDataUrl: picture.blurDataUrl,
    alt,
    isPublic: true,
    uploadedBy,
  };
}

/** Forgets the files of a picture whose row is gone or was never written. */
export async function discardPicture({ driver, path }: Pick<NewMedia, 'driver' | 'path'>): Promise<void> {
  await storeOf(driver)?.remove(path);
}

/** Writes the row of a stored picture, in the transaction of what shows it. */
export async function insertMedia(ctx: Context, row: NewMedia): Promise<void> {
  await ctx.db.insert(media).values(row);
}

/** Changes the words that stand for a picture, in the transaction of what shows it. */
export async function describeMedia(ctx: Context, id: string, alt: string): Promise<void> {
  await ctx.db.update(media).set({ alt }).where(eq(media.id, id));
}

/**
 * Deletes the row of a picture unless something else still shows it. Answers the files to discard after the commit:
 * a rollback could not bring them back.
 */
export async function deleteMedia(ctx: Context, id: string): Promise<Pick<NewMedia, 'driver' | 'path'> | null> {
  const [gone] = await ctx.db
    .delete(media)
    .where(
      sql`${media.id} = ${id}::uuid
        and not exists (select 1 from product_images where media_id = ${id}::uuid)
        and not exists (select 1 from package_images where media_id = ${id}::uuid)
        and not exists (select 1 from theme_images where media_id = ${id}::uuid)
        and not exists (select 1 from categories where media_id = ${id}::uuid)
        and not exists (select 1 from testimonials where media_id = ${id}::uuid)
        and not exists (select 1 from settings where key = 'shop' and value->>'hero_media_id' = ${id})`,
    )
    .returning({ driver: media.driver, path: media.path });
  return gone ?? null;
}
