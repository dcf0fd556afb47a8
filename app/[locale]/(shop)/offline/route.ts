import { publicContext } from '#lib/http/context';
import { judgeSegment, languageOf, OWN_SEGMENT } from '#lib/i18n/languages';
import { wordsIn } from '#lib/i18n/words';
import { OFFLINE_SCRIPT_HASH, offlinePage } from '#lib/look/offline-page';
import { hashPolicy } from '#lib/server/content-policy';
import { getSettings } from '#lib/settings/queries';
import { getShell } from '../../../../components/shop/shell/shell-data.ts';

/** What the service worker keeps and shows while the shop cannot be reached. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale: segment } = await params;
  const own = await publicContext(OWN_SEGMENT);
  const { shop } = await getSettings(own);
  if (judgeSegment(segment, shop) !== 'ours') return new Response(null, { status: 404 });
  const ctx = await publicContext(segment);
  const html = offlinePage(await getShell(ctx), wordsIn(ctx.locale, 'offline'), languageOf(ctx.locale));
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-security-policy': hashPolicy([OFFLINE_SCRIPT_HASH]),
    },
  });
}
