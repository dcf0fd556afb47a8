import 'server-only';
import { and, eq } from 'drizzle-orm';
import { media } from '#db/schema/content';
import type { Context } from '#lib/context';
import type { Image } from './output.ts';
import { toImage } from './urls.ts';

/** One picture by its id, or null; files that only staff may open are not found. For settings that name a picture; products and categories carry theirs. */
export async function getImage(ctx: Pick<Context, 'db'>, id: string): Promise<Image | null> {
  const [row] = await ctx.db
    .select({
      id: media.id,
      driver: media.driver,
      path: media.path,
      width: media.width,
      height: media.height,
      alt: media.alt,
      blurDataUrl: media.blurDataUrl,
    })
    .from(media)
    .where(and(eq(media.id, id), eq(media.isPublic, true)));
  if (!row || row.width === null || row.height === null) return null;
  return toImage({ ...row, width: row.width, height: row.height });
}
