import { getProduct } from '#lib/catalog/queries';
import type { Context } from '#lib/context';
import { publicContext } from '#lib/http/context';
import type { Image } from '#lib/media/output';
import { getImage } from '#lib/media/queries';
import { sharedName, shareResponse } from '#lib/media/share';
import { getSettings } from '#lib/settings/queries';

async function imageOf(ctx: Context, name: string): Promise<Image | null> {
  if (name !== 'shop') {
    const product = await getProduct(ctx, name);
    if (product) return product.images[0] ?? null;
  }
  const { shop } = await getSettings(ctx);
  return name === 'shop' && shop.hero_media_id ? getImage(ctx, shop.hero_media_id) : null;
}

/** `/share/shop.jpg` and `/share/{product}.jpg`: what a shared link shows. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const name = sharedName((await params).name);
  return shareResponse(name === null ? null : await imageOf(await publicContext(), name));
}
