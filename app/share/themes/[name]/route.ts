import { getTheme } from '#lib/events/queries';
import { publicContext } from '#lib/http/context';
import { sharedName, shareResponse } from '#lib/media/share';

/** `/share/themes/{slug}.jpg`: what a shared link to a theme shows. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const slug = sharedName((await params).name);
  const one = slug === null ? null : await getTheme(await publicContext(), slug);
  return shareResponse(one?.gallery_images[0] ?? null);
}
