import { getProduct } from '#lib/catalog/queries';
import type { Context } from '#lib/context';
import { publicContext } from '#lib/http/context';
import type { Image } from '#lib/media/output';
import { getImage } from '#lib/media/queries';
import { sharePicture } from '#lib/media/share';
import { getSettings } from '#lib/settings/queries';

const NAME = /^([a-z0-9-]{1,120})\.jpg$/;

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
  const name = NAME.exec((await params).name)?.[1];
  const image = name === undefined ? null : await imageOf(await publicContext(), name);
  if (image === null) return new Response('There is no such picture.', { status: 404 });
  return new Response(new Uint8Array(await sharePicture(image)), {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=3600' },
  });
}
