import { getPackage } from '#lib/events/queries';
import { publicContext } from '#lib/http/context';
import { sharedName, shareResponse } from '#lib/media/share';

/** `/share/packages/{slug}.jpg`: what a shared link to a package shows. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const slug = sharedName((await params).name);
  const one = slug === null ? null : await getPackage(await publicContext(), slug);
  return shareResponse(one?.images[0] ?? null);
}
